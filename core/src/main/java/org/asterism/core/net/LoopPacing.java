package org.asterism.core.net;

import java.util.concurrent.TimeUnit;

/**
 * Decides after each round of an event loop whether to nap to the next tick or to sleep in the kernel. Napping pays when it puts one
 * wake-up in the place of several. When datagrams come in bursts, sleeping wakes up no oftener and answers at once. So ADAPTIVE
 * sleeps for a while and counts its wake-ups; if they are many, it naps for a longer while, and then looks again. Times are
 * arguments; not thread safe.
 */
final class LoopPacing {

    /** The tick unless configured otherwise: short against a 20 ms audio frame. */
    static final long DEFAULT_TICK_NS = TimeUnit.MILLISECONDS.toNanos(1);

    /** From so many wake-ups in a tick on, one nap in their place is worth the delay. */
    static final int MANY_WAKEUPS = 5;
    /** What returns sooner had something waiting for it: the thread never slept, and nothing had to wake it. */
    static final long SHORTEST_SLEEP_NS = 5000;
    /** How many ticks of sleeping are looked at. */
    static final int TRIAL_TICKS = 16;
    /** So many ticks with fewer datagrams than {@link #MANY_WAKEUPS} end the napping. */
    static final int QUIET_TICKS = 4;
    /** How many ticks of napping follow before sleeping is tried again. */
    static final int NAPPING_TICKS = 1000;

    private final WaitMode mode;
    private final long tickNs;

    private long tickStartNs;
    private int datagramsInTick;
    private boolean napping;
    private long eraEndNs;

    private long trialWakeups;
    private int quietTicks;

    LoopPacing(WaitMode mode, long tickNs, long nowNs) {
        this.mode = mode;
        this.tickNs = tickNs;
        this.tickStartNs = nowNs;
        this.eraEndNs = nowNs + TRIAL_TICKS * tickNs;
    }

    /**
     * Called when the sockets are empty.
     *
     * @param datagrams how many the round received
     * @param sleptNs   how long the loop slept in the kernel before it, 0 if it napped or did not
     * @param nowNs     the present
     * @return how long to nap, in ns; 0 to sleep in the kernel until something comes
     */
    long napNs(int datagrams, long sleptNs, long nowNs) {
        if (nowNs - tickStartNs >= tickNs) {
            quietTicks = datagramsInTick + datagrams < MANY_WAKEUPS ? quietTicks + 1 : 0;
            datagramsInTick = 0;
            tickStartNs = nowNs;
        } else {
            datagramsInTick += datagrams;
        }
        boolean nap = switch (mode) {
            case BLOCKING, SPINNING -> false;
            case TICK -> datagrams > 0;
            case ADAPTIVE -> adapts(datagrams > 0 && sleptNs >= SHORTEST_SLEEP_NS, nowNs);
        };
        return nap ? tickStartNs + tickNs - nowNs : 0;
    }

    private boolean adapts(boolean woken, long nowNs) {
        if (napping) {
            if (quietTicks >= QUIET_TICKS || nowNs - eraEndNs >= 0) {
                beginTrial(nowNs);
            }
        } else {
            trialWakeups += woken ? 1 : 0;
            if (nowNs - eraEndNs >= 0) {
                endTrial(nowNs);
            }
        }
        return napping;
    }

    private void beginTrial(long nowNs) {
        napping = false;
        trialWakeups = 0;
        eraEndNs = nowNs + TRIAL_TICKS * tickNs;
    }

    private void endTrial(long nowNs) {
        long ticks = TRIAL_TICKS + (nowNs - eraEndNs) / tickNs;
        boolean worthNapping = trialWakeups >= ticks * MANY_WAKEUPS;
        beginTrial(nowNs);
        if (worthNapping) {
            napping = true;
            quietTicks = 0;
            eraEndNs = nowNs + NAPPING_TICKS * tickNs;
        }
    }
}
