package org.asterism.outreg.sip.transaction;

/**
 * The times transactions go by, in ms (RFC 3261 section 17.1.1.1 and table 4).
 *
 * @param t1      estimate of a round trip: the first retransmission
 * @param t2      longest interval between retransmissions
 * @param t4      how long a message may stay in the network
 * @param timeout how long to wait for an answer (timers B, F and H), and for stragglers afterwards (timers D, J, L and M)
 */
public record Timings(int t1, int t2, int t4, int timeout) {
    /** Longest interval between retransmissions, unless T1 is longer. */
    public static final int T2_MS = 4000;
    /** How long a message may stay in the network. */
    public static final int T4_MS = 5000;
    /** How long an INVITE may ring without a further provisional response (timer C, RFC 3261 section 16.6). */
    public static final int RINGING_MS = 181_000;

    /**
     * Times for a T1 and a timeout.
     *
     * @param t1      {@code timer_t1}
     * @param timeout {@code timer_b}
     * @return all of them
     */
    public static Timings of(int t1, int timeout) {
        return new Timings(t1, Math.max(t1, T2_MS), T4_MS, timeout);
    }
}
