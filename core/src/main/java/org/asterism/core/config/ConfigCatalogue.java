package org.asterism.core.config;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What may be written in which file: the option sets of the loaded modules, for help. Any thread. */
public final class ConfigCatalogue {
    private final CopyOnWriteArrayList<OptionSet> sets = new CopyOnWriteArrayList<>();

    /** Creates an empty catalogue. */
    public ConfigCatalogue() {}

    /** A module's entry in the catalogue; closing it takes the sets away again. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /** Adds the sets of a module until the registration is closed. */
    public Registration register(OptionSet... added) {
        List<OptionSet> list = List.of(added);
        sets.addAll(list);
        return () -> list.forEach(sets::remove);
    }

    /** {@return the documented files, sorted} */
    public List<String> files() {
        return sets.stream().map(OptionSet::file).distinct().sorted().toList();
    }

    /** {@return the documented kinds of section of a file, with or without {@code .conf}, sorted by name} */
    public List<OptionSet> sets(String file) {
        return sets.stream()
                .filter(set -> set.file().equalsIgnoreCase(file) || set.file().equalsIgnoreCase(file + ".conf"))
                .sorted(Comparator.comparing(OptionSet::section))
                .toList();
    }

    /** {@return the options of a kind of section of a file, or null} */
    public @Nullable OptionSet set(String file, String section) {
        return sets(file).stream()
                .filter(set -> set.section().equalsIgnoreCase(section))
                .findFirst()
                .orElse(null);
    }
}
