package org.asterism.outreg.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;
import org.asterism.core.config.OptionValues;

/**
 * The options a section sets, as tables show them; the others have their defaults. Small where there are many sections.
 *
 * @param values by name; several where an option may be repeated
 */
record WrittenOptions(Map<String, List<String>> values) {
    static WrittenOptions of(OptionSet set, OptionValues values) {
        Map<String, List<String>> written = new LinkedHashMap<>();
        for (Option<?> option : set.options()) {
            if (values.isSet(option)) {
                written.put(option.name(), shown(option, values));
            }
        }
        return new WrittenOptions(Map.copyOf(written));
    }

    private static <T> List<String> shown(Option<T> option, OptionValues values) {
        return option.has(Option.Trait.REPEATED)
                ? values.all(option).stream().map(option::show).toList()
                : List.of(values.show(option));
    }

    /** Adds a row for each value of each option. */
    void addTo(ParameterList list, OptionSet set, List<Option<?>> leftOut) {
        for (Option<?> option : set.options()) {
            if (!leftOut.contains(option)) {
                list.addEach(option, values.getOrDefault(option.name(), List.of(option.defaultText())));
            }
        }
    }
}
