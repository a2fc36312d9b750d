package org.asterism.core.channel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What parts of the switch keep with a channel, such as its subroutine stack: one object a class. Safe for any thread. */
public final class Attachments {
    private final Map<Class<?>, Object> objects = new ConcurrentHashMap<>();

    /**
     * Finds what is kept, or begins to keep it.
     *
     * @param type the class of what is kept
     * @param make makes it when there is none yet
     * @param <T>  the class
     * @return the object
     */
    public <T> T get(Class<T> type, Supplier<? extends T> make) {
        return type.cast(objects.computeIfAbsent(type, _ -> make.get()));
    }

    /**
     * Finds what is kept.
     *
     * @param type the class of what is kept
     * @param <T>  the class
     * @return the object, or {@code null} when nothing of that class is kept
     */
    public <T> @Nullable T find(Class<T> type) {
        return type.cast(objects.get(type));
    }

    /**
     * Keeps an object in place of the one before.
     *
     * @param type   the class it is kept under
     * @param object what to keep
     * @param <T>    the class
     */
    public <T> void put(Class<T> type, T object) {
        objects.put(type, object);
    }

    /**
     * Forgets what was kept.
     *
     * @param type the class it was kept under
     */
    public void remove(Class<?> type) {
        objects.remove(type);
    }
}
