package org.asterism.core.manager.config;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.asterism.core.event.EventClass;

/** The permission words of manager.conf and of clients: class names between commas, {@code all} and {@code none}. */
public final class ClassList {
    private final Set<EventClass> classes = EnumSet.noneOf(EventClass.class);
    private final List<String> unknown = new ArrayList<>();

    private ClassList() {}

    /**
     * Reads a list.
     *
     * @param text such as {@code system,call}
     * @return the list; words that name no class are kept apart
     */
    public static ClassList parse(String text) {
        ClassList list = new ClassList();
        for (String item : text.split(",", -1)) {
            list.add(item.strip().toLowerCase(Locale.ROOT));
        }
        return list;
    }

    private void add(String word) {
        if (word.equals("all")) {
            classes.addAll(EnumSet.allOf(EventClass.class));
            return;
        }
        for (EventClass each : EventClass.values()) {
            if (each.word().equals(word)) {
                classes.add(each);
                return;
            }
        }
        if (!word.isEmpty() && !word.equals("none")) {
            unknown.add(word);
        }
    }

    /** {@return the classes that were named} */
    public Set<EventClass> classes() {
        return classes;
    }

    /** {@return words that name no class} */
    public List<String> unknown() {
        return unknown;
    }
}
