package org.asterism.core.event;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events to whoever listens. Publishing is safe for any thread and calls the listeners at once, so a listener must only
 * queue: it may be called on a shard.
 */
public final class EventBus {
    private static final Logger LOG = LoggerFactory.getLogger(EventBus.class);

    /** What one listener is told of. Safe for any thread. */
    public final class Subscription implements AutoCloseable {
        private final Consumer<Event> listener;
        private volatile Set<EventClass> classes = Set.of();

        private Subscription(Consumer<Event> listener) {
            this.listener = listener;
        }

        /**
         * Chooses the events. One of a class that was chosen before and is chosen now is told of once, whenever it comes.
         *
         * @param chosen their classes
         */
        public void classes(Set<EventClass> chosen) {
            classes = Set.copyOf(chosen);
            recount();
        }

        /** {@return the classes of the events that the listener is told of} */
        public Set<EventClass> classes() {
            return classes;
        }

        @Override
        public void close() {
            subscriptions.remove(this);
            recount();
        }
    }

    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private volatile Set<EventClass> watched = Set.of();

    /**
     * Whether anybody listens to a class of events: what is costly to tell need not be told otherwise.
     *
     * @param eventClass a class
     * @return whether an event of that class would reach somebody
     */
    public boolean watches(EventClass eventClass) {
        return watched.contains(eventClass);
    }

    /**
     * Tells every listener.
     *
     * @param event what happened
     */
    public void publish(Event event) {
        if (!watches(event.eventClass())) {
            return;
        }
        for (Subscription each : subscriptions) {
            if (each.classes.contains(event.eventClass())) {
                try {
                    each.listener.accept(event);
                } catch (RuntimeException e) {
                    LOG.error("A listener failed on event {}", event.name(), e);
                }
            }
        }
    }

    /**
     * Has a listener told of every event from now on.
     *
     * @param listener takes events without blocking
     * @return closes the subscription
     */
    public Runnable subscribe(Consumer<Event> listener) {
        return subscribe(EnumSet.allOf(EventClass.class), listener);
    }

    /**
     * Has a listener told of every event of some classes from now on.
     *
     * @param classes  which
     * @param listener takes events without blocking
     * @return closes the subscription
     */
    public Runnable subscribe(Set<EventClass> classes, Consumer<Event> listener) {
        Subscription subscription = subscribeToNothingYet(listener);
        subscription.classes(classes);
        return subscription::close;
    }

    /**
     * Has a listener told of nothing until {@link Subscription#classes} chooses.
     *
     * @param listener takes events without blocking
     * @return chooses the events, and closes the subscription
     */
    public Subscription subscribeToNothingYet(Consumer<Event> listener) {
        Subscription subscription = new Subscription(listener);
        subscriptions.add(subscription);
        return subscription;
    }

    private synchronized void recount() {
        Set<EventClass> union = EnumSet.noneOf(EventClass.class);
        subscriptions.forEach(each -> union.addAll(each.classes()));
        watched = Set.copyOf(union);
    }
}
