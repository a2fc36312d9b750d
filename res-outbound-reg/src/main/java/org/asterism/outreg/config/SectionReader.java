package org.asterism.outreg.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.asterism.core.config.ConfigEntry;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;
import org.asterism.core.config.OptionValues;
import org.asterism.core.config.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * Binds one section, and collects what is wrong with it in Asterisk's words. As in Asterisk an unknown option or a bad value spoils
 * the object, and no other one.
 */
final class SectionReader {
    private final ConfigSection section;
    private final OptionSet set;
    private final List<ConfigProblem> problems;
    private final Set<String> withoutEffect;
    private boolean refused;

    /**
     * @param section       what is read
     * @param set           what it may say
     * @param problems      takes what is wrong
     * @param withoutEffect takes the names of options that are set and on which nothing acts
     */
    SectionReader(ConfigSection section, OptionSet set, List<ConfigProblem> problems, Set<String> withoutEffect) {
        this.section = section;
        this.set = set;
        this.problems = problems;
        this.withoutEffect = withoutEffect;
    }

    /** {@return the name of the section} */
    String id() {
        return section.name();
    }

    /** {@return the section} */
    ConfigSection section() {
        return section;
    }

    /** {@return the values, or null when one of them cannot be used} */
    @Nullable
    OptionValues bind() {
        for (ConfigEntry entry : section.entries()) {
            Option<?> option = set.option(entry.key());
            if (option == null) {
                refuse(
                        entry,
                        "Could not find option suitable for category '" + id() + "' named '" + entry.key() + "'"
                                + Spelling.suggestion(entry.key(), names()));
            } else {
                check(option, entry);
            }
        }
        return refused ? null : set.bind(section);
    }

    private <T> void check(Option<T> option, ConfigEntry entry) {
        try {
            T value = option.type().parse(entry.value());
            if (option.has(Option.Trait.WITHOUT_EFFECT) && !value.equals(option.defaultValue())) {
                withoutEffect.add(option.name());
            }
        } catch (IllegalArgumentException e) {
            boolean secret = option.has(Option.Trait.SECRET);
            refuse(
                    entry,
                    "Error parsing " + entry.key() + "=" + (secret ? "****" : entry.value()) + ": "
                            + (secret ? "expected " + option.type().name() : e.getMessage()));
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        set.options().forEach(option -> names.add(option.name()));
        return names;
    }

    /**
     * Says why there will be no object.
     *
     * @param values  the section's, null when there are none
     * @param option  the option that is wrong or missing; its line is named where it is written
     * @param message what is wrong and what to do
     */
    void refuse(@Nullable OptionValues values, Option<?> option, String message) {
        ConfigEntry entry = values == null ? null : values.entry(option);
        if (entry == null) {
            refused = true;
            problems.add(ConfigProblem.error(
                    section.file(),
                    section.line(),
                    message + ", section [" + id() + "] at line " + section.line() + " of " + section.file()));
        } else {
            refuse(entry, message);
        }
    }

    /** Says why there will be no object: a line of it is wrong. */
    void refuse(ConfigEntry entry, String message) {
        refused = true;
        problems.add(ConfigProblem.error(
                entry.file(),
                entry.line(),
                message + ", section [" + id() + "] at line " + entry.line() + " of " + entry.file()));
    }

    /** Says what its author should know, though there is an object. */
    void warn(ConfigEntry entry, String message) {
        problems.add(ConfigProblem.warning(
                entry.file(),
                entry.line(),
                message + ", section [" + id() + "] at line " + entry.line() + " of " + entry.file()));
    }

    /** Says that there is no object after all that was wrong. */
    void conclude() {
        problems.add(ConfigProblem.error(
                section.file(),
                section.line(),
                "Could not create an object of type '" + set.section() + "' with id '" + id()
                        + "' from configuration file '" + section.file() + "'"));
    }
}
