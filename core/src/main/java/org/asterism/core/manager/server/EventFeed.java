package org.asterism.core.manager.server;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.asterism.core.event.Event;
import org.asterism.core.event.EventBus;
import org.asterism.core.event.EventClass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings events from the bus to the sessions on a thread of its own, so that whoever publishes one only queues it. Nothing is
 * subscribed to that no session wants to see. When the queue is full, events are dropped, counted, and each session is told.
 */
final class EventFeed implements AutoCloseable {
    /** How many events may wait to be written out. */
    static final int CAPACITY = 16_384;

    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);

    /** An event and its time. */
    record Occurrence(Event event, Instant when) {}

    private final Consumer<Occurrence> deliver;
    private final Consumer<Long> tellMissed;
    private final BlockingQueue<Occurrence> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong missed = new AtomicLong();
    private final Thread thread;
    private final Supplier<Set<EventClass>> wants;
    private final EventBus.Subscription subscription;
    private boolean closed; // guarded by this

    /**
     * @param bus        where events come from
     * @param wants      the classes that somebody wants to see at this moment
     * @param deliver    takes each, on the feed's thread
     * @param tellMissed is told how many were dropped, on the feed's thread
     */
    EventFeed(EventBus bus, Supplier<Set<EventClass>> wants, Consumer<Occurrence> deliver, Consumer<Long> tellMissed) {
        this.wants = wants;
        this.deliver = deliver;
        this.tellMissed = tellMissed;
        subscription = bus.subscribeToNothingYet(this::queue);
        thread = Thread.ofVirtual().name("manager-events").start(this::run);
    }

    /** Subscribes to the classes that somebody wants to see, and to no others: asks what they are while nobody else does. */
    synchronized void wantsChanged() {
        if (closed) {
            return;
        }
        Set<EventClass> union = wants.get();
        if (!union.equals(subscription.classes())) {
            subscription.classes(union);
        }
    }

    private void queue(Event event) {
        if (!queue.offer(new Occurrence(event, Instant.now()))) {
            missed.incrementAndGet();
        }
    }

    private void run() {
        try {
            while (true) {
                Occurrence next = queue.take();
                long lost = missed.getAndSet(0);
                if (lost > 0) {
                    tellMissed.accept(lost);
                }
                handOver(next);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void handOver(Occurrence occurrence) {
        try {
            deliver.accept(occurrence);
        } catch (RuntimeException e) {
            LOG.error("Event {} could not be delivered", occurrence.event().name(), e);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            subscription.close();
        }
        thread.interrupt();
    }
}
