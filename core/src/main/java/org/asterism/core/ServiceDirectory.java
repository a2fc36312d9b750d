package org.asterism.core;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where modules meet without importing each other: services under interfaces that core owns. A user asks at each use and
 * copes with {@code null}, because the provider may be unloaded at any time. Safe for any thread.
 */
public final class ServiceDirectory {
    private final Map<Class<?>, Object> services = new ConcurrentHashMap<>();

    /**
     * Finds a service.
     *
     * @param type its interface
     * @param <T>  its interface
     * @return the service, or {@code null} while no running module provides it
     */
    public <T> @Nullable T find(Class<T> type) {
        return type.cast(services.get(type));
    }

    /**
     * Offers a service.
     *
     * @param type    its interface
     * @param service its implementation
     * @param <T>     its interface
     * @throws IllegalStateException another one is offered already
     */
    public <T> void provide(Class<T> type, T service) {
        if (services.putIfAbsent(type, service) != null) {
            throw new IllegalStateException(type.getName() + " is provided already");
        }
    }

    /**
     * Takes a service back.
     *
     * @param type    its interface
     * @param service the very object that was provided
     * @param <T>     its interface
     */
    public <T> void withdraw(Class<T> type, T service) {
        services.remove(type, service);
    }
}
