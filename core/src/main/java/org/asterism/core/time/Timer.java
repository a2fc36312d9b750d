package org.asterism.core.time;

import org.jspecify.annotations.Nullable;

/**
 * Something that happens once at a deadline. The timer is its own list node, so scheduling and cancelling allocate nothing: make
 * it once as a field of what it belongs to and schedule it again and again. A timer belongs to at most one {@link TimerWheel} at
 * a time and only that wheel's owner thread may touch it.
 */
public abstract class Timer {

    long deadlineMs;

    @Nullable
    Timer next;

    @Nullable
    Timer previous;

    /** Creates a timer that is not scheduled. */
    protected Timer() {}

    /**
     * Called by the wheel when the deadline has passed; the timer is no longer scheduled then and may be scheduled again from
     * in here.
     *
     * @param nowMs the time the wheel was advanced to, in ms; the deadline or later
     */
    protected abstract void expire(long nowMs);

    /**
     * The deadline of the last {@link TimerWheel#schedule}.
     *
     * @return in ms of the wheel's clock
     */
    public final long deadlineMs() {
        return deadlineMs;
    }

    /**
     * Tells whether it waits in a wheel.
     *
     * @return true between schedule and expiry or cancellation
     */
    public final boolean isScheduled() {
        return next != null;
    }
}
