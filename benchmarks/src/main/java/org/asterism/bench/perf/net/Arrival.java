package org.asterism.bench.perf.net;

import java.lang.foreign.MemorySegment;

/**
 * One received datagram: a view that {@link LoadSocket#receive} moves from one to the next, so nobody may keep it. Addresses are IPv4
 * in host order.
 */
public final class Arrival {
    /** Where the bytes are. */
    public final MemorySegment memory;
    /** Where in {@link #memory} they begin. */
    public long offset;
    /** How many there are. */
    public int length;
    /** Who sent it. */
    public int sourceAddress;
    /** From which port. */
    public int sourcePort;
    /** The address of ours that it was sent to. */
    public int localAddress;
    /** When the kernel got it, in ns of {@link WallClock}. */
    public long arrivedNs;

    Arrival(MemorySegment memory) {
        this.memory = memory;
    }

    /** Takes one datagram at a time. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Called for each datagram.
         *
         * @param arrival valid during the call
         */
        void onArrival(Arrival arrival);
    }
}
