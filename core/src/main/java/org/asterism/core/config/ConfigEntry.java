package org.asterism.core.config;

/**
 * One {@code key = value} line of a section.
 *
 * @param key    as written, blanks around it removed; consumers compare it without regard to case.
 * @param value  as written, blanks around it and comments removed; may be empty.
 * @param file   the file of the line, relative to the configuration folder where it lies inside it.
 * @param line   its line number, from 1.
 * @param object whether it was written with {@code =>}; means nothing to nearly every consumer.
 */
public record ConfigEntry(String key, String value, String file, int line, boolean object) {
    /** {@return the place of the line for messages, such as {@code iax.conf:12}} */
    public String where() {
        return file + ":" + line;
    }

    /** {@return whether this entry sets {@code name}, compared without regard to case} */
    public boolean is(String name) {
        return key.equalsIgnoreCase(name);
    }

    ConfigEntry withAppended(String text) {
        return new ConfigEntry(key, value + text, file, line, object);
    }
}
