package org.asterism.core.channel;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The events that one thread waits for. A thread looking after several channels (Dial with its forks) has them all deliver to
 * one mailbox. Any thread may {@link #post}; one thread {@link #poll}s. Bounded: when full, what arrives is dropped and
 * counted, except that a hang-up is also kept by its channel and cannot be lost.
 */
public final class Mailbox {
    /** What {@link #poll} is given to wait until there is an event. */
    public static final long WITHOUT_END = -1;

    private static final int CAPACITY = 512;
    private static final LongAdder DROPPED = new LongAdder();

    // Guarded by this. There is one of these for each call, which mostly waits: it is kept small.
    private @Nullable ArrayDeque<ChannelEvent> events;
    private @Nullable Thread waiting;

    /**
     * Delivers an event.
     *
     * @param event what happened
     */
    public void post(ChannelEvent event) {
        Thread woken;
        synchronized (this) {
            if (events == null) {
                events = new ArrayDeque<>(2);
            } else if (events.size() == CAPACITY) {
                DROPPED.increment();
                return;
            }
            events.add(event);
            woken = waiting;
            waiting = null;
        }
        LockSupport.unpark(woken);
    }

    /**
     * Waits for the next event.
     *
     * @param timeoutMs how long to wait in milliseconds; zero only looks; {@link #WITHOUT_END} waits until there is one, which
     *                  costs less: no timer is set. The owner's technology sees to it that a call whose far end is gone ends
     * @return the event, or {@code null} when the time is over
     * @throws InterruptedException the waiting thread was interrupted
     */
    public @Nullable ChannelEvent poll(long timeoutMs) throws InterruptedException {
        ChannelEvent event = take(timeoutMs != 0);
        if (event != null || timeoutMs == 0) {
            return event;
        }
        long deadline = timeoutMs < 0 ? 0 : System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        try {
            while (event == null) {
                if (timeoutMs < 0) {
                    LockSupport.park(this);
                } else {
                    long left = deadline - System.nanoTime();
                    if (left <= 0) {
                        return null;
                    }
                    LockSupport.parkNanos(this, left);
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                event = take(true);
            }
            return event;
        } finally {
            leave();
        }
    }

    /** The next event; when there is none, the caller is woken by the one that comes. */
    private synchronized @Nullable ChannelEvent take(boolean wait) {
        ChannelEvent event = events == null ? null : events.poll();
        if (event == null && wait) {
            waiting = Thread.currentThread();
        }
        return event;
    }

    private synchronized void leave() {
        waiting = null;
    }

    /** {@return events dropped by all full mailboxes since the start} */
    public static long dropped() {
        return DROPPED.sum();
    }
}
