package org.asterism.core.channel;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The variables of one channel. Names are case-sensitive. A name set with one leading underscore is copied to channels that
 * this one makes, with two also to those that they make (Asterisk's {@code _VAR} and {@code __VAR}); it is read without them.
 * Safe for any thread.
 *
 * <p>There is a set of them for each channel, mostly of three or four: names and values lie in two arrays, sorted by name.
 */
public final class Variables {
    private static final String[] NONE = {};
    private static final int FIRST_ROOM = 4;

    private String[] names = NONE;
    private String[] values = NONE;
    private int size;
    /** Generations by name, of those that are inherited; null while none are. */
    private @Nullable Map<String, Integer> inheritance;

    private final BiConsumer<String, String> onSet;

    /** No variables yet, of nobody in particular. */
    public Variables() {
        this((_, _) -> {});
    }

    /**
     * No variables yet.
     *
     * @param onSet is told each name, without underscores, and value that is set
     */
    Variables(BiConsumer<String, String> onSet) {
        this.onSet = onSet;
    }

    /**
     * Reads a variable.
     *
     * @param name its name, without underscores
     * @return its value, or {@code null} when it is not set
     */
    public synchronized @Nullable String get(String name) {
        int at = indexOf(name);
        return at < 0 ? null : values[at];
    }

    /**
     * Sets a variable.
     *
     * @param name  its name, with the underscores of inheritance
     * @param value its value; empty unsets it
     */
    public void set(String name, String value) {
        int underscores = name.startsWith("__") ? 2 : name.startsWith("_") ? 1 : 0;
        String bare = name.substring(underscores);
        put(bare, value, underscores);
        onSet.accept(bare, value);
    }

    private synchronized void put(String bare, String value, int underscores) {
        if (value.isEmpty()) {
            remove(bare);
        } else {
            place(bare, value);
        }
        if (underscores > 0 && !value.isEmpty()) {
            if (inheritance == null) {
                inheritance = new TreeMap<>();
            }
            inheritance.put(bare, underscores);
        } else if (inheritance != null) {
            inheritance.remove(bare);
        }
    }

    private void place(String name, String value) {
        int at = indexOf(name);
        if (at < 0) {
            at = -at - 1;
            if (size == names.length) {
                int room = Math.max(FIRST_ROOM, size + size / 2);
                names = Arrays.copyOf(names, room);
                values = Arrays.copyOf(values, room);
            }
            System.arraycopy(names, at, names, at + 1, size - at);
            System.arraycopy(values, at, values, at + 1, size - at);
            names[at] = name;
            size++;
        }
        values[at] = value;
    }

    private void remove(String name) {
        int at = indexOf(name);
        if (at >= 0) {
            size--;
            System.arraycopy(names, at + 1, names, at, size - at);
            System.arraycopy(values, at + 1, values, at, size - at);
            names[size] = "";
            values[size] = "";
        }
    }

    /** Where a name is; when it is not there, the place where it would go, less one and negative. */
    private int indexOf(String name) {
        return Arrays.binarySearch(names, 0, size, name);
    }

    /**
     * Copies what is to be inherited from the channel that makes this one.
     *
     * @param parent the variables of that channel
     */
    public void inherit(Variables parent) {
        parent.inheritable().forEach(this::set);
    }

    /** {@return all variables by name} */
    public synchronized SortedMap<String, String> all() {
        SortedMap<String, String> all = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            all.put(names[i], values[i]);
        }
        return all;
    }

    private synchronized Map<String, String> inheritable() {
        if (inheritance == null) {
            return Map.of();
        }
        Map<String, String> result = new TreeMap<>();
        inheritance.forEach((name, generations) -> {
            int at = indexOf(name);
            result.put(generations == 2 ? "__" + name : name, at < 0 ? "" : values[at]);
        });
        return result;
    }
}
