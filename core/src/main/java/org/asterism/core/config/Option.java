package org.asterism.core.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The declaration of one option: what reading, checking and documenting it need. Declared once, as a constant.
 *
 * @param name         as written in files; compared without regard to case.
 * @param aliases      other names for it, older ones for the most part.
 * @param type         how its text becomes a value.
 * @param defaultValue the value when the file does not say.
 * @param description  a sentence or two for people.
 * @param traits       what is special about it.
 * @param <T>          the type of its values.
 */
public record Option<T>(
        String name, List<String> aliases, OptionType<T> type, T defaultValue, String description, List<Trait> traits) {
    /** What may be special about an option. */
    public enum Trait {
        /** It may be written several times and each value counts; elsewhere the last one does. */
        REPEATED,
        /** Its values are never shown. */
        SECRET,
        /** It is read and checked, but nothing acts on it: said at load where it is set to another value than the default. */
        WITHOUT_EFFECT
    }

    /** Creates a declaration; the factories below read better. */
    public Option {
        aliases = List.copyOf(aliases);
        traits = List.copyOf(traits);
    }

    /** {@return an option of any type} */
    public static <T> Option<T> of(String name, OptionType<T> type, T defaultValue, String description) {
        return new Option<>(name, List.of(), type, defaultValue, description, List.of());
    }

    /** {@return a yes/no option} */
    public static Option<Boolean> bool(String name, boolean defaultValue, String description) {
        return of(name, OptionTypes.BOOLEAN, defaultValue, description);
    }

    /** {@return an option for an integer from {@code min} to {@code max}, both included} */
    public static Option<Integer> integer(String name, int min, int max, int defaultValue, String description) {
        return of(name, OptionTypes.integer(min, max), defaultValue, description);
    }

    /** {@return an option for a duration in whole seconds from {@code min} to {@code max}, both included} */
    public static Option<Duration> seconds(String name, long min, long max, long defaultValue, String description) {
        return of(
                name,
                OptionTypes.duration(ChronoUnit.SECONDS, min, max),
                Duration.ofSeconds(defaultValue),
                description);
    }

    /** {@return an option for a duration in whole ms from {@code min} to {@code max}, both included} */
    public static Option<Duration> millis(String name, long min, long max, long defaultValue, String description) {
        return of(
                name, OptionTypes.duration(ChronoUnit.MILLIS, min, max), Duration.ofMillis(defaultValue), description);
    }

    /** {@return an option for any text} */
    public static Option<String> text(String name, String defaultValue, String description) {
        return of(name, OptionTypes.TEXT, defaultValue, description);
    }

    /** {@return an option for a password or key: empty by default, never shown} */
    public static Option<String> secret(String name, String description) {
        return text(name, "", description).with(Trait.SECRET);
    }

    /** {@return an option for words between commas; none by default} */
    public static Option<List<String>> list(String name, String description) {
        return of(name, OptionTypes.LIST, List.of(), description);
    }

    /** {@return an option for one constant of an enum, as {@link OptionTypes#constants} writes them} */
    public static <E extends Enum<E>> Option<E> oneOf(String name, E defaultValue, String description) {
        return of(name, OptionTypes.constants(defaultValue.getDeclaringClass()), defaultValue, description);
    }

    /** {@return an option for one of some words} */
    public static <T> Option<T> oneOf(String name, Map<String, T> words, T defaultValue, String description) {
        return of(name, OptionTypes.words(words), defaultValue, description);
    }

    /** {@return an option that may be written several times, each value counting} */
    public static Option<String> repeated(String name, String description) {
        return text(name, "", description).with(Trait.REPEATED);
    }

    /** {@return this option with further names} */
    public Option<T> alias(String... names) {
        List<String> all = new ArrayList<>(aliases);
        all.addAll(List.of(names));
        return new Option<>(name, all, type, defaultValue, description, traits);
    }

    /** {@return this option with a trait more} */
    public Option<T> with(Trait trait) {
        List<Trait> all = new ArrayList<>(traits);
        all.add(trait);
        return new Option<>(name, aliases, type, defaultValue, description, all);
    }

    /** {@return this option, declared to have no effect yet} */
    public Option<T> withoutEffect() {
        return with(Trait.WITHOUT_EFFECT);
    }

    /** {@return whether it has that trait} */
    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** {@return the default as it would be written in a file} */
    public String defaultText() {
        return type.format(defaultValue);
    }

    /** {@return a value as text for people: {@code ****} for a secret that is set} */
    public String show(T value) {
        String text = type.format(value);
        return has(Trait.SECRET) && !text.isEmpty() ? "****" : text;
    }
}
