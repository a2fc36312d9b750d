package org.asterism.core.event;

import java.util.List;
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

    private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();

    /**
     * Tells every listener.
     *
     * @param event what happened
     */
    public void publish(Event event) {
        for (Consumer<Event> listener : listeners) {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                LOG.error("A listener failed on event {}", event.name(), e);
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
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
