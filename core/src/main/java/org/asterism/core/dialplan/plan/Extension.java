package org.asterism.core.dialplan.plan;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.asterism.core.dialplan.pattern.ExtensionPattern;
import org.jspecify.annotations.Nullable;

/** An extension of a context with all its priorities. Immutable. */
public final class Extension {
    private final String name;
    private final @Nullable String callerMatch;
    private final @Nullable ExtensionPattern callerPattern;
    private final SortedMap<Integer, Priority> priorities;

    Extension(String name, @Nullable String callerMatch, SortedMap<Integer, Priority> priorities) {
        this.name = name;
        this.callerMatch = callerMatch;
        this.callerPattern = callerMatch != null && ExtensionPattern.isPattern(callerMatch)
                ? ExtensionPattern.of(callerMatch)
                : null;
        this.priorities = priorities;
    }

    /** {@return its name, patterns with their underscore} */
    public String name() {
        return name;
    }

    /** {@return the callers it is for: a number, a pattern, or empty for those without one; {@code null} for all} */
    public @Nullable String callerMatch() {
        return callerMatch;
    }

    /**
     * Whether it is for a caller.
     *
     * @param number the caller's number, may be empty
     * @return whether the caller-id match lets it through
     */
    public boolean isFor(String number) {
        if (callerMatch == null) {
            return true;
        }
        String significant = ExtensionPattern.significant(number);
        return callerPattern != null
                ? callerPattern.matches(significant)
                : ExtensionPattern.significant(callerMatch).equals(significant);
    }

    /**
     * A step.
     *
     * @param number its number
     * @return the step, or {@code null}
     */
    public @Nullable Priority priority(int number) {
        return priorities.get(number);
    }

    /**
     * A step by its label.
     *
     * @param label the label
     * @return the step, or {@code null}
     */
    public @Nullable Priority labelled(String label) {
        for (Priority priority : priorities.values()) {
            if (priority.label().equals(label)) {
                return priority;
            }
        }
        return null;
    }

    /** {@return all steps in order, a hint first} */
    public Collection<Priority> priorities() {
        return List.copyOf(priorities.values());
    }

    /** {@return the devices whose state is this extension's, or {@code null}} */
    public @Nullable String hint() {
        Priority hint = priorities.get(Priority.HINT);
        return hint == null ? null : hint.application();
    }
}
