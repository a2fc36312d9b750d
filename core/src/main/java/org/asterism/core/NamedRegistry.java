package org.asterism.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Things that modules offer under a name: applications, functions, technologies. Names are found in any case. Safe for any
 * thread.
 *
 * @param <T> what is offered
 */
public final class NamedRegistry<T> {
    /**
     * What is offered, and by whom.
     *
     * @param name   as it was registered
     * @param item   what is offered
     * @param module the module that offers it
     * @param <T>    what is offered
     */
    public record Entry<T>(String name, T item, String module) {}

    private final Map<String, Entry<T>> entries = new ConcurrentSkipListMap<>();

    /**
     * Offers something.
     *
     * @param name   its name
     * @param item   what it is
     * @param module who offers it
     * @return takes it back
     * @throws IllegalStateException another module offers that name already
     */
    public Runnable register(String name, T item, String module) {
        String key = name.toLowerCase(Locale.ROOT);
        Entry<T> entry = new Entry<>(name, item, module);
        Entry<T> other = entries.putIfAbsent(key, entry);
        if (other != null) {
            throw new IllegalStateException(name + " is registered by " + other.module() + " already");
        }
        return () -> entries.remove(key, entry);
    }

    /**
     * Finds by name.
     *
     * @param name in any case
     * @return what is offered, or {@code null}
     */
    public @Nullable T find(String name) {
        Entry<T> entry = entries.get(name.toLowerCase(Locale.ROOT));
        return entry == null ? null : entry.item();
    }

    /**
     * Finds by name, with the module that offers it.
     *
     * @param name in any case
     * @return the entry, or {@code null}
     */
    public @Nullable Entry<T> entry(String name) {
        return entries.get(name.toLowerCase(Locale.ROOT));
    }

    /** {@return everything that is offered, by name} */
    public List<Entry<T>> all() {
        return new ArrayList<>(entries.values());
    }
}
