package org.asterism.core.time;

/** A clock that stands still until it is told to move: for tests and simulated networks. */
public final class ManualMillisClock implements MillisClock {

    private volatile long nowMs;

    /**
     * Creates a clock.
     *
     * @param startMs first reading, in ms
     */
    public ManualMillisClock(long startMs) {
        this.nowMs = startMs;
    }

    @Override
    public long nowMs() {
        return nowMs;
    }

    /**
     * Moves the clock forward. One thread moves a clock.
     *
     * @param byMs how far, in ms, not negative
     */
    public void advance(long byMs) {
        advanceTo(nowMs + byMs);
    }

    /**
     * Moves the clock forward to a reading.
     *
     * @param toMs the new reading, in ms
     * @throws IllegalArgumentException if that lies in the past
     */
    public void advanceTo(long toMs) {
        if (toMs < nowMs) {
            throw new IllegalArgumentException("a clock at " + nowMs + " ms cannot go back to " + toMs + " ms");
        }
        nowMs = toMs;
    }
}
