package org.asterism.core.channel;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The variables of one channel. Names are case-sensitive. A name set with one leading underscore is copied to channels that
 * this one makes, with two also to those that they make (Asterisk's {@code _VAR} and {@code __VAR}); it is read without them.
 * Safe for any thread.
 */
public final class Variables {
    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, Integer> inheritance = new TreeMap<>();
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
        return values.get(name);
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
            values.remove(bare);
            inheritance.remove(bare);
            return;
        }
        values.put(bare, value);
        if (underscores == 0) {
            inheritance.remove(bare);
        } else {
            inheritance.put(bare, underscores);
        }
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
        return new TreeMap<>(values);
    }

    private synchronized Map<String, String> inheritable() {
        Map<String, String> result = new TreeMap<>();
        inheritance.forEach((name, generations) ->
                result.put(generations == 2 ? "__" + name : name, values.getOrDefault(name, "")));
        return result;
    }
}
