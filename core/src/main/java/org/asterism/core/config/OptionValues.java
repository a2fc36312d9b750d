package org.asterism.core.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that one section gives to the options of a set. Immutable. */
public final class OptionValues {
    /** A value and where it was written. */
    record Value(ConfigEntry entry, Object value) {}

    /**
     * A good value of an option and where it was written.
     *
     * @param entry the line
     * @param value the value
     * @param <T>   the type of the option's values
     */
    public record Written<T>(ConfigEntry entry, T value) {}

    private final OptionSet set;
    private final Map<String, List<Value>> values;
    private final List<ConfigProblem> problems;

    /** Takes the values over. */
    OptionValues(OptionSet set, Map<String, List<Value>> values, List<ConfigProblem> problems) {
        this.set = set;
        this.values = values;
        this.problems = List.copyOf(problems);
    }

    /** {@return the last good value written for the option, or its default} */
    public <T> T get(Option<T> option) {
        List<Value> written = values(option);
        return written.isEmpty() ? option.defaultValue() : cast(written.getLast());
    }

    /** {@return all good values written for the option, in order} */
    public <T> List<T> all(Option<T> option) {
        List<Value> written = values(option);
        if (written.isEmpty()) {
            return List.of();
        }
        List<T> all = new ArrayList<>(written.size());
        for (Value value : written) {
            all.add(OptionValues.<T>cast(value));
        }
        return Collections.unmodifiableList(all);
    }

    /** {@return all good values written for the option with their lines, in order} */
    public <T> List<Written<T>> written(Option<T> option) {
        return values(option).stream()
                .map(value -> new Written<>(value.entry(), OptionValues.<T>cast(value)))
                .toList();
    }

    /** {@return whether a good value is written for the option} */
    public boolean isSet(Option<?> option) {
        return !values(option).isEmpty();
    }

    /** {@return the line that {@link #get} took its value from, or null when it is the default} */
    public @Nullable ConfigEntry entry(Option<?> option) {
        List<Value> written = values(option);
        return written.isEmpty() ? null : written.getLast().entry();
    }

    /** {@return the value as text for people, {@code ****} for a secret that is set} */
    public <T> String show(Option<T> option) {
        return option.show(get(option));
    }

    /** {@return the set these values are for} */
    public OptionSet set() {
        return set;
    }

    /** {@return unknown options, bad values and options without effect, in the order of their lines} */
    public List<ConfigProblem> problems() {
        return problems;
    }

    private List<Value> values(Option<?> option) {
        if (!set.declares(option)) {
            throw new IllegalArgumentException("'" + option.name() + "' is not declared for " + set);
        }
        return values.getOrDefault(option.name(), List.of());
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // bind() put in what the option's own type parsed
    private static <T> T cast(Value value) {
        return (T) value.value();
    }
}
