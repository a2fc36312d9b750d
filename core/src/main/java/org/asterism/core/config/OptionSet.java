package org.asterism.core.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options that a kind of section may have. Declared once by the module that reads them: it binds sections with it,
 * and the CLI prints its help from it. Immutable.
 */
public final class OptionSet {
    private final String file;
    private final String section;
    private final String description;
    private final List<Option<?>> options;
    private final Map<String, Option<?>> byName = new LinkedHashMap<>();
    /** The very objects: comparing what they consist of takes longer than reading a section. */
    private final Set<Option<?>> declared = Collections.newSetFromMap(new IdentityHashMap<>());

    private OptionSet(String file, String section, String description, List<Option<?>> options) {
        this.file = file;
        this.section = section;
        this.description = description;
        this.options = List.copyOf(options);
        this.declared.addAll(options);
        for (Option<?> option : options) {
            declare(option.name(), option);
            option.aliases().forEach(alias -> declare(alias, option));
        }
    }

    private void declare(String name, Option<?> option) {
        if (byName.put(lower(name), option) != null) {
            throw new IllegalArgumentException(file + " [" + section + "] declares '" + name + "' twice");
        }
    }

    /**
     * Declares a kind of section.
     *
     * @param file        the file it stands in, such as {@code iax.conf}.
     * @param section     the name of the section, such as {@code general}, or what kind it is, such as {@code peer}.
     * @param description a sentence for people.
     * @throws IllegalArgumentException when two options have the same name.
     */
    public static OptionSet of(String file, String section, String description, Option<?>... options) {
        return new OptionSet(file, section, description, List.of(options));
    }

    /** {@return a set of another kind of section that has these options and more} */
    public OptionSet extended(String otherSection, String otherDescription, Option<?>... more) {
        List<Option<?>> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new OptionSet(file, otherSection, otherDescription, all);
    }

    /** {@return the file these options stand in} */
    public String file() {
        return file;
    }

    /** {@return the name or kind of the section} */
    public String section() {
        return section;
    }

    /** {@return a sentence for people} */
    public String description() {
        return description;
    }

    /** {@return the options in the order of their declaration} */
    public List<Option<?>> options() {
        return options;
    }

    /** {@return the option of that name or alias, or null} */
    public @Nullable Option<?> option(String name) {
        return byName.get(lower(name));
    }

    /** {@return whether the option is one of these} */
    boolean declares(Option<?> option) {
        return declared.contains(option);
    }

    /** {@return the defaults, as if the section were empty} */
    public OptionValues defaults() {
        return new OptionValues(this, Map.of(), List.of());
    }

    /** {@return the values of the first section of this set's name in a file; the defaults when there is none} */
    public OptionValues bind(ConfigFile configFile) {
        ConfigSection found = configFile.section(section);
        return found == null ? defaults() : bind(found);
    }

    /**
     * Reads the values of a section. A bad value is a problem and does not count; neither do unknown options.
     *
     * @return the values, and everything about the section that its author should know.
     */
    public OptionValues bind(ConfigSection bound) {
        Map<String, List<OptionValues.Value>> values = new LinkedHashMap<>();
        List<ConfigProblem> problems = new ArrayList<>();
        for (ConfigEntry entry : bound.entries()) {
            Option<?> option = option(entry.key());
            if (option == null) {
                problems.add(ConfigProblem.warning(
                        entry,
                        "unknown option '" + entry.key() + "' in [" + bound.name() + "]"
                                + Spelling.suggestion(entry.key(), byName.keySet())));
            } else {
                read(option, entry, values, problems);
            }
        }
        return new OptionValues(this, values, problems);
    }

    private static <T> void read(
            Option<T> option,
            ConfigEntry entry,
            Map<String, List<OptionValues.Value>> values,
            List<ConfigProblem> problems) {
        try {
            T value = option.type().parse(entry.value());
            if (option.has(Option.Trait.WITHOUT_EFFECT) && !value.equals(option.defaultValue())) {
                problems.add(
                        ConfigProblem.warning(entry, "option '" + option.name() + "' is read but has no effect yet"));
            }
            values.computeIfAbsent(option.name(), _ -> new ArrayList<>()).add(new OptionValues.Value(entry, value));
        } catch (IllegalArgumentException e) {
            boolean secret = option.has(Option.Trait.SECRET);
            problems.add(ConfigProblem.error(
                    entry,
                    "option '" + option.name() + "' cannot be '" + (secret ? "****" : entry.value()) + "': "
                            + (secret ? "expected " + option.type().name() : e.getMessage())
                            + "; the line is not used"));
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return file + " [" + section + "]";
    }
}
