package org.asterism.bench.perf.client;

import java.lang.foreign.MemorySegment;
import org.asterism.bench.perf.net.LoadSocket;

/** Where dialogs write their datagrams: into the batch of a socket, or, on a bad network, sometimes not, twice or later. */
public class Outbox {
    private final LoadSocket socket;

    /**
     * A perfect way out.
     *
     * @param socket what it leads to
     */
    public Outbox(LoadSocket socket) {
        this.socket = socket;
    }

    /** {@return the socket} */
    public final LoadSocket socket() {
        return socket;
    }

    /** {@return memory to write to} */
    public final MemorySegment memory() {
        return socket.memory();
    }

    /** {@return offset of room for a datagram} */
    public final long claim() {
        return socket.claim();
    }

    /**
     * Sends what was written to the claimed room.
     *
     * @param length in bytes
     * @param from   address of ours
     * @param to     where to
     * @param toPort at which port
     * @return false if it is certain that the network never sees it
     */
    public boolean commit(int length, int from, int to, int toPort) {
        socket.commit(length, from, to, toPort);
        return true;
    }

    /**
     * Lets go what was held back long enough.
     *
     * @param nowNs the present
     */
    public void release(long nowNs) {
        // Nothing is ever held back here.
    }

    /** Hands everything to the network. */
    public final void flush() {
        socket.flush();
    }
}
