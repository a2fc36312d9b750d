package org.asterism.core.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One section of a configuration file with everything it inherited. Immutable; keys compare without regard to case. */
public final class ConfigSection {
    private final String name;
    private final String file;
    private final int line;
    private final List<String> templates;
    private final List<ConfigEntry> entries;

    ConfigSection(String name, String file, int line, List<String> templates, List<ConfigEntry> entries) {
        this.name = name;
        this.file = file;
        this.line = line;
        this.templates = List.copyOf(templates);
        this.entries = List.copyOf(entries);
    }

    /** {@return the text between the brackets, not trimmed} */
    public String name() {
        return name;
    }

    /** {@return the file of the header, relative to the configuration folder where it lies inside it} */
    public String file() {
        return file;
    }

    /** {@return the line of the header, from 1} */
    public int line() {
        return line;
    }

    /** {@return the place of the header for messages, such as {@code iax.conf:12}} */
    public String where() {
        return file + ":" + line;
    }

    /** {@return the names of the sections it inherits from, in order} */
    public List<String> templates() {
        return templates;
    }

    /** {@return inherited entries first, then its own; in order, repeated keys kept, every {@code +=} carried out} */
    public List<ConfigEntry> entries() {
        return entries;
    }

    /** {@return the value of the last entry of that key, or null} */
    public @Nullable String last(String key) {
        ConfigEntry entry = lastEntry(key);
        return entry == null ? null : entry.value();
    }

    /** {@return the last entry of that key, or null} */
    public @Nullable ConfigEntry lastEntry(String key) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).is(key)) {
                return entries.get(i);
            }
        }
        return null;
    }

    /** {@return all entries of that key, in order} */
    public List<ConfigEntry> all(String key) {
        return entries.stream().filter(entry -> entry.is(key)).toList();
    }

    @Override
    public String toString() {
        return "[" + name + "] at " + where();
    }
}
