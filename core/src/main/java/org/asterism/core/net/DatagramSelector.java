package org.asterism.core.net;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/**
 * The place where an event loop sleeps until one of its sockets has something or somebody wakes it. Owned by one thread; only
 * {@link #wakeup} may be called by others.
 */
public interface DatagramSelector extends AutoCloseable {

    /** Waiting time that never ends. */
    long FOREVER = -1;

    /**
     * Binds a socket and watches it until it is closed.
     *
     * @param settings address and options
     * @return the transport
     * @throws IOException if the address cannot be bound; the message names it
     */
    DatagramTransport open(SocketSettings settings) throws IOException;

    /**
     * Waits until a socket is readable, {@link #wakeup} has been called since the last wait, or the time is over.
     *
     * @param timeoutMs how long at most, in ms; 0 to look only, {@link #FOREVER} without end
     * @return whether a socket is readable
     */
    boolean await(long timeoutMs);

    /**
     * Lets a short time pass, whatever comes meanwhile.
     *
     * @param ns how long, less than a second
     */
    default void nap(long ns) {
        LockSupport.parkNanos(ns);
    }

    /** Ends the wait that is going on, or else the next one. Any thread may call it. */
    void wakeup();

    /** Closes all sockets opened here. Closing twice is allowed. */
    @Override
    void close();
}
