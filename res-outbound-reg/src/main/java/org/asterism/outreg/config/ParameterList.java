package org.asterism.outreg.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.asterism.core.config.Option;

/** Collects the rows of a parameter table. */
final class ParameterList {
    private final List<Parameter> rows = new ArrayList<>();

    <T> ParameterList add(Option<T> option, T value) {
        rows.add(new Parameter(option.name(), option.show(value)));
        return this;
    }

    /** Adds a row only where the value is not the default: for options that Asterisk's tables leave out or do not have. */
    <T> ParameterList addIfSet(Option<T> option, T value) {
        return value.equals(option.defaultValue()) ? this : add(option, value);
    }

    /** Adds a row for each value, and an empty one where there is none. */
    ParameterList addEach(Option<?> option, List<String> values) {
        if (values.isEmpty()) {
            rows.add(new Parameter(option.name(), ""));
        }
        values.forEach(value -> rows.add(new Parameter(option.name(), value)));
        return this;
    }

    /** {@return the rows by name; those of one name in the order in which they were added} */
    List<Parameter> sorted() {
        rows.sort(Comparator.comparing(Parameter::name));
        return List.copyOf(rows);
    }
}
