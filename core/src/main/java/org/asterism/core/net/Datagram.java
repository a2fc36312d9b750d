package org.asterism.core.net;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * A received datagram: a view of one slot of a receive ring. The objects are made once, one per slot, and used again and again:
 * a handler must not keep one. Only the loop's thread reads it.
 */
public final class Datagram {

    private final PeerTable peers;
    private final MemorySegment memory;
    private final long offset;
    private final long address;

    int length;
    long receivedNs;
    long sourceHigh;
    long sourceLow;
    int sourcePort;
    int sourceScope;

    /** Where the source was in the table when the datagram was taken, else {@link PeerTable#NOWHERE}. */
    int peerPlace = PeerTable.NOWHERE;

    Datagram(PeerTable peers, MemorySegment memory, long offset) {
        this.peers = peers;
        this.memory = memory;
        this.offset = offset;
        this.address = memory.address() + offset;
    }

    /**
     * The memory that holds the bytes, in front of which and behind which other datagrams lie.
     *
     * @return native memory; writing to {@link #offset()} up to {@link #length()} bytes on is allowed
     */
    public MemorySegment memory() {
        return memory;
    }

    /**
     * Where in {@link #memory()} the datagram begins.
     *
     * @return offset in bytes
     */
    public long offset() {
        return offset;
    }

    /**
     * How long it is.
     *
     * @return length in bytes, without IP and UDP headers; may be 0
     */
    public int length() {
        return length;
    }

    /**
     * When it was taken from the socket: one reading for each batch.
     *
     * @return ns as of {@link System#nanoTime()}, or of the simulated clock
     */
    public long receivedNs() {
        return receivedNs;
    }

    /**
     * The interned address it came from, if somebody has {@linkplain PeerTable#intern interned} that.
     *
     * @return the address object of the transport's {@link PeerTable}, or null if the source is not known there
     */
    public @Nullable PeerAddress peer() {
        return peers.find(this);
    }

    /**
     * The address it came from, as an object of its own. Allocates when {@link #peer()} is null.
     *
     * @return an address equal to the source
     */
    public PeerAddress source() {
        PeerAddress known = peer();
        return known != null ? known : new PeerAddress(sourceHigh, sourceLow, sourcePort, sourceScope);
    }

    /**
     * Upper half of the source's IPv6 address.
     *
     * @return as {@link PeerAddress#high()}
     */
    public long sourceHigh() {
        return sourceHigh;
    }

    /**
     * Lower half of the source's IPv6 address, or its IPv4-mapped address.
     *
     * @return as {@link PeerAddress#low()}
     */
    public long sourceLow() {
        return sourceLow;
    }

    /**
     * The source's UDP port.
     *
     * @return 0 to 65535
     */
    public int sourcePort() {
        return sourcePort;
    }

    long address() {
        return address;
    }
}
