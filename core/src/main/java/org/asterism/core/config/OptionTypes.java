package org.asterism.core.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The types of options that most modules need. */
public final class OptionTypes {
    /** Yes or no in any of Asterisk's words. */
    public static final OptionType<Boolean> BOOLEAN = new BooleanType();
    /** Any text. */
    public static final OptionType<String> TEXT = new TextType();
    /** Words between commas; blanks around them are removed, empty ones left out. */
    public static final OptionType<List<String>> LIST = new ListType();

    private OptionTypes() {}

    /** {@return the integers from {@code min} to {@code max}, both included} */
    public static OptionType<Integer> integer(int min, int max) {
        return of("integer from " + min + " to " + max, text -> (int) number(text, min, max), String::valueOf);
    }

    /** {@return durations written as a whole number of {@code unit}s from {@code min} to {@code max}, both included} */
    public static OptionType<Duration> duration(ChronoUnit unit, long min, long max) {
        String units = unit == ChronoUnit.MILLIS ? "ms" : unit.toString().toLowerCase(Locale.ROOT);
        return of(
                "duration in " + units + " from " + min + " to " + max,
                text -> Duration.of(number(text, min, max), unit),
                value -> String.valueOf(value.dividedBy(unit.getDuration())));
    }

    /** {@return a choice among words, compared without regard to case, in the order of the map} */
    public static <T> OptionType<T> words(Map<String, T> words) {
        return new WordsType<>(new LinkedHashMap<>(words));
    }

    /** {@return a choice among the constants of an enum; in words they are lower-case, with hyphens for underscores} */
    public static <E extends Enum<E>> OptionType<E> constants(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            words.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return new WordsType<>(words);
    }

    /**
     * A type of one's own.
     *
     * @param name   as {@link OptionType#name()}.
     * @param parse  as {@link OptionType#parse}.
     * @param format as {@link OptionType#format}.
     */
    public static <T> OptionType<T> of(String name, Function<String, T> parse, Function<T, String> format) {
        return new FunctionType<>(name, parse, format);
    }

    private static long number(String text, long min, long max) {
        IllegalArgumentException refusal =
                new IllegalArgumentException("expected an integer from " + min + " to " + max);
        try {
            long value = Long.parseLong(text.trim());
            if (value >= min && value <= max) {
                return value;
            }
            throw refusal;
        } catch (NumberFormatException _) {
            throw refusal;
        }
    }

    private record BooleanType() implements OptionType<Boolean> {
        @Override
        public String name() {
            return "yes or no";
        }

        @Override
        public Boolean parse(String text) {
            Boolean value = Truth.parse(text);
            if (value == null) {
                throw new IllegalArgumentException("expected yes or no");
            }
            return value;
        }

        @Override
        public String format(Boolean value) {
            return value ? "yes" : "no";
        }
    }

    private record TextType() implements OptionType<String> {
        @Override
        public String name() {
            return "text";
        }

        @Override
        public String parse(String text) {
            return text;
        }
    }

    private record ListType() implements OptionType<List<String>> {
        @Override
        public String name() {
            return "words between commas";
        }

        @Override
        public List<String> parse(String text) {
            return Arrays.stream(text.split(",", -1))
                    .map(String::trim)
                    .filter(word -> !word.isEmpty())
                    .toList();
        }

        @Override
        public String format(List<String> value) {
            return String.join(",", value);
        }
    }

    private record WordsType<T>(Map<String, T> words) implements OptionType<T> {
        @Override
        public String name() {
            return "one of " + String.join(", ", words.keySet());
        }

        @Override
        public T parse(String text) {
            for (Map.Entry<String, T> word : words.entrySet()) {
                if (word.getKey().equalsIgnoreCase(text.trim())) {
                    return word.getValue();
                }
            }
            throw new IllegalArgumentException("expected " + name());
        }

        @Override
        public String format(T value) {
            for (Map.Entry<String, T> word : words.entrySet()) {
                if (word.getValue().equals(value)) {
                    return word.getKey();
                }
            }
            throw new IllegalArgumentException(value + " has no word");
        }
    }

    private record FunctionType<T>(String name, Function<String, T> parser, Function<T, String> formatter)
            implements OptionType<T> {
        @Override
        public T parse(String text) {
            return parser.apply(text);
        }

        @Override
        public String format(T value) {
            return formatter.apply(value);
        }
    }
}
