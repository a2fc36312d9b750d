package org.asterism.core.net;

import java.util.concurrent.TimeUnit;

/**
 * Decides after each round of an event loop whether to nap to the next tick or to sleep in the kernel. Napping pays when a tick
 * brings several datagrams: one wake-up instead of many. Times are arguments; not thread safe.
 */
final class LoopPacing {

    /** The tick unless configured otherwise: short against a 20 ms audio frame. */
    static final long DEFAULT_TICK_NS = TimeUnit.MILLISECONDS.toNanos(1);

    /** From this many datagrams in a tick on, ADAPTIVE naps. */
    private static final int BUSY_DATAGRAMS = 4;

    private final WaitMode mode;
    private final long tickNs;

    private long tickStartNs;
    private int datagramsInTick;
    private boolean busy;

    LoopPacing(WaitMode mode, long tickNs, long nowNs) {
        this.mode = mode;
        this.tickNs = tickNs;
        this.tickStartNs = nowNs;
    }

    /**
     * Called when the sockets are empty.
     *
     * @param datagrams how many the round received
     * @param nowNs     the present
     * @return how long to nap, in ns; 0 to sleep in the kernel until something comes
     */
    long napNs(int datagrams, long nowNs) {
        if (nowNs - tickStartNs >= tickNs) {
            busy = datagrams >= BUSY_DATAGRAMS;
            datagramsInTick = datagrams;
            tickStartNs = nowNs;
        } else {
            datagramsInTick += datagrams;
            busy |= datagramsInTick >= BUSY_DATAGRAMS;
        }
        boolean nap = switch (mode) {
            case BLOCKING, SPINNING -> false;
            case TICK -> datagrams > 0;
            case ADAPTIVE -> busy;
        };
        return nap ? tickStartNs + tickNs - nowNs : 0;
    }
}
