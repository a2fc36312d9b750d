package org.asterism.core.channel;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The events that one thread waits for. A thread looking after several channels (Dial with its forks) has them all deliver to
 * one mailbox. Any thread may {@link #post}; one thread {@link #poll}s. Bounded: when full, what arrives is dropped and
 * counted, except that a hang-up is also kept by its channel and cannot be lost.
 */
public final class Mailbox {
    private static final int CAPACITY = 512;
    private static final LongAdder DROPPED = new LongAdder();

    private final LinkedBlockingQueue<ChannelEvent> queue = new LinkedBlockingQueue<>(CAPACITY);

    /**
     * Delivers an event.
     *
     * @param event what happened
     */
    public void post(ChannelEvent event) {
        if (!queue.offer(event)) {
            DROPPED.increment();
        }
    }

    /**
     * Waits for the next event.
     *
     * @param timeoutMs how long to wait in milliseconds; zero or less only looks
     * @return the event, or {@code null} when the time is over
     * @throws InterruptedException the waiting thread was interrupted
     */
    public @Nullable ChannelEvent poll(long timeoutMs) throws InterruptedException {
        return timeoutMs <= 0 ? queue.poll() : queue.poll(timeoutMs, TimeUnit.MILLISECONDS);
    }

    /** {@return events dropped by all full mailboxes since the start} */
    public static long dropped() {
        return DROPPED.sum();
    }
}
