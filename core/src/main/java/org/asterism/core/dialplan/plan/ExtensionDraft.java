package org.asterism.core.dialplan.plan;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An extension in the making. One thread at a time. */
final class ExtensionDraft {
    private final String name;
    private final @Nullable String callerMatch;
    private final TreeMap<Integer, Priority> priorities = new TreeMap<>();

    ExtensionDraft(String name, @Nullable String callerMatch) {
        this.name = name;
        this.callerMatch = callerMatch;
    }

    static ExtensionDraft of(Extension extension) {
        ExtensionDraft draft = new ExtensionDraft(extension.name(), extension.callerMatch());
        extension.priorities().forEach(priority -> draft.priorities.put(priority.number(), priority));
        return draft;
    }

    String name() {
        return name;
    }

    @Nullable
    Priority priority(int number) {
        return priorities.get(number);
    }

    @Nullable
    Priority labelled(String label) {
        for (Priority priority : priorities.values()) {
            if (priority.label().equals(label)) {
                return priority;
            }
        }
        return null;
    }

    void put(Priority priority) {
        priorities.put(priority.number(), priority);
    }

    /** Takes out steps: all for number 0, of all registrars for {@code null}; returns how many. */
    int remove(int number, @Nullable String registrar) {
        int before = priorities.size();
        priorities
                .values()
                .removeIf(priority -> (number == 0 || priority.number() == number)
                        && (registrar == null || priority.origin().registrar().equals(registrar)));
        return before - priorities.size();
    }

    boolean isEmpty() {
        return priorities.isEmpty();
    }

    Extension finish() {
        return new Extension(name, callerMatch, new TreeMap<>(priorities));
    }
}
