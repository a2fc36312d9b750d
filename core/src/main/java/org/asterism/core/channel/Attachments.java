package org.asterism.core.channel;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What parts of the switch keep with a channel, such as its subroutine stack: one object a class. There are few of them, and a set for
 * each channel, so that they are searched one by one in an array. Safe for any thread.
 */
public final class Attachments {
    private static final Object[] NONE = {};

    /** A class, then its object, and so on. The array that others see is not changed any more. */
    private volatile Object[] pairs = NONE;

    /**
     * Finds what is kept, or begins to keep it.
     *
     * @param type the class of what is kept
     * @param make makes it when there is none yet
     * @param <T>  the class
     * @return the object
     */
    public <T> T get(Class<T> type, Supplier<? extends T> make) {
        T known = find(type);
        return known == null ? added(type, make) : known;
    }

    private synchronized <T> T added(Class<T> type, Supplier<? extends T> make) {
        T object = find(type);
        if (object == null) {
            object = make.get();
            put(type, object);
        }
        return object;
    }

    /**
     * Finds what is kept.
     *
     * @param type the class of what is kept
     * @param <T>  the class
     * @return the object, or {@code null} when nothing of that class is kept
     */
    public <T> @Nullable T find(Class<T> type) {
        Object[] present = pairs;
        int at = indexOf(present, type);
        return at < 0 ? null : type.cast(present[at + 1]);
    }

    /**
     * Keeps an object in place of the one before.
     *
     * @param type   the class it is kept under
     * @param object what to keep
     * @param <T>    the class
     */
    public synchronized <T> void put(Class<T> type, T object) {
        Object[] before = pairs;
        int at = indexOf(before, type);
        Object[] after = Arrays.copyOf(before, at < 0 ? before.length + 2 : before.length);
        int place = at < 0 ? before.length : at;
        after[place] = type;
        after[place + 1] = object;
        pairs = after;
    }

    /**
     * Forgets what was kept.
     *
     * @param type the class it was kept under
     */
    public synchronized void remove(Class<?> type) {
        Object[] before = pairs;
        int at = indexOf(before, type);
        if (at >= 0) {
            Object[] after = Arrays.copyOf(before, before.length - 2);
            System.arraycopy(before, at + 2, after, at, before.length - at - 2);
            pairs = after;
        }
    }

    private static int indexOf(Object[] pairs, Class<?> type) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i] == type) {
                return i;
            }
        }
        return -1;
    }
}
