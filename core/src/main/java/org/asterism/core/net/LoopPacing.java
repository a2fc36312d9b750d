package org.asterism.core.net;

import java.util.concurrent.TimeUnit;

/**
 * Decides after each round of an event loop whether to nap to the next tick or to sleep in the kernel. Napping pays when it puts one
 * wake-up in the place of several. When datagrams come in bursts, sleeping wakes up no oftener and answers at once. So ADAPTIVE
 * sleeps for a while and counts its wake-ups; if they are many, it naps for a longer while, and then looks again. Where all that
 * comes can wait, as registrations can, it naps for {@link #PATIENT_HALF_TICKS} at a time, until something comes that cannot. Times are
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

    /** Of datagrams that can wait, from so many in a tick on a nap is worth it. */
    static final int MANY_PATIENT = 4;
    /** How long a nap is while nothing else comes: a registration of three round trips is over in eight ticks. */
    static final int PATIENT_HALF_TICKS = 5;

    private enum Era {
        /** Sleeps, and looks at what comes. */
        TRIAL,
        /** Naps to the next tick. */
        NAPPING,
        /** Naps longer, as all that comes can wait. */
        PATIENT
    }

    private final WaitMode mode;
    private final long tickNs;

    private long tickStartNs;
    private int datagramsInTick;
    private Era era = Era.TRIAL;
    private long eraEndNs;

    private long trialWakeups;
    private long trialPatient;
    private boolean trialUrgent;
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
     * @param patient   how many of them can wait
     * @param sleptNs   how long the loop slept in the kernel before it, 0 if it napped or did not
     * @param nowNs     the present
     * @return how long to nap, in ns; 0 to sleep in the kernel until something comes
     */
    long napNs(int datagrams, int patient, long sleptNs, long nowNs) {
        if (nowNs - tickStartNs >= tickNs) {
            quietTicks = datagramsInTick + datagrams < MANY_WAKEUPS ? quietTicks + 1 : 0;
            datagramsInTick = 0;
            tickStartNs = nowNs;
        } else {
            datagramsInTick += datagrams;
        }
        int halfTicks = switch (mode) {
            case BLOCKING, SPINNING -> 0;
            case TICK -> datagrams > 0 ? 2 : 0;
            case ADAPTIVE -> {
                adapt(datagrams, patient, sleptNs >= SHORTEST_SLEEP_NS, nowNs);
                yield switch (era) {
                    case TRIAL -> 0;
                    case NAPPING -> 2;
                    case PATIENT -> PATIENT_HALF_TICKS;
                };
            }
        };
        return halfTicks == 0 ? 0 : tickStartNs + halfTicks * tickNs / 2 - nowNs;
    }

    private void adapt(int datagrams, int patient, boolean slept, long nowNs) {
        boolean urgent = datagrams > patient;
        boolean over = nowNs - eraEndNs >= 0;
        switch (era) {
            case TRIAL -> {
                trialWakeups += slept && datagrams > 0 ? 1 : 0;
                trialPatient += patient;
                trialUrgent |= urgent;
                if (over) {
                    endTrial(nowNs);
                }
            }
            case NAPPING -> {
                if (over || quietTicks >= QUIET_TICKS) {
                    beginTrial(nowNs);
                }
            }
            case PATIENT -> {
                if (over || urgent || quietTicks >= QUIET_TICKS) {
                    beginTrial(nowNs);
                }
            }
        }
    }

    private void beginTrial(long nowNs) {
        era = Era.TRIAL;
        trialWakeups = 0;
        trialPatient = 0;
        trialUrgent = false;
        eraEndNs = nowNs + TRIAL_TICKS * tickNs;
    }

    private void endTrial(long nowNs) {
        long ticks = TRIAL_TICKS + (nowNs - eraEndNs) / tickNs;
        Era next = Era.TRIAL;
        if (!trialUrgent && trialPatient >= ticks * MANY_PATIENT) {
            next = Era.PATIENT;
        } else if (trialWakeups >= ticks * MANY_WAKEUPS) {
            next = Era.NAPPING;
        }
        beginTrial(nowNs);
        if (next != Era.TRIAL) {
            era = next;
            quietTicks = 0;
            eraEndNs = nowNs + NAPPING_TICKS * tickNs;
        }
    }
}
