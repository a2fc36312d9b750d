package org.asterism.outreg.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.asterism.core.config.OptionType;
import org.asterism.core.config.OptionTypes;
import org.asterism.core.config.Truth;

/** The types of pjsip.conf's options, printed as Asterisk's parameter tables print them. */
final class PjsipTypes {
    /** Yes or no, printed as true or false. */
    static final OptionType<Boolean> BOOL =
            OptionTypes.of("yes or no", PjsipTypes::truth, value -> value ? "true" : "false");
    /** Yes or no, printed so. */
    static final OptionType<Boolean> YES_NO = OptionTypes.BOOLEAN;
    /** An unsigned number of 32 bits. */
    static final OptionType<Long> UINT = number(0);
    /** An unsigned number of 32 bits, or -1. */
    static final OptionType<Long> UINT_OR_MINUS_ONE = number(-1);
    /** Words between commas, printed with a comma. */
    static final OptionType<List<String>> LIST = OptionTypes.LIST;
    /** Words between commas, printed with a comma and a blank. */
    static final OptionType<List<String>> SPACED_LIST =
            OptionTypes.of(OptionTypes.LIST.name(), OptionTypes.LIST::parse, words -> String.join(", ", words));

    private static final long LARGEST = 0xFFFF_FFFFL;

    private PjsipTypes() {}

    private static Boolean truth(String text) {
        Boolean value = Truth.parse(text);
        if (value == null) {
            throw new IllegalArgumentException("expected yes or no");
        }
        return value;
    }

    private static OptionType<Long> number(long least) {
        String name = "integer from " + least + " to " + LARGEST;
        return OptionTypes.of(
                name,
                text -> {
                    try {
                        long value = Long.parseLong(text.trim());
                        if (value >= least && value <= LARGEST) {
                            return value;
                        }
                    } catch (NumberFormatException _) {
                        // said below
                    }
                    throw new IllegalArgumentException("expected an " + name);
                },
                String::valueOf);
    }

    /** {@return a number from {@code least} to {@code most} that may have a fraction, printed with six digits of it} */
    static OptionType<Double> fraction(double least, double most) {
        String name = "number from " + (long) least + " to " + (long) most;
        return OptionTypes.of(
                name,
                text -> {
                    try {
                        double value = Double.parseDouble(text.trim());
                        if (value >= least && value <= most) {
                            return value;
                        }
                    } catch (NumberFormatException _) {
                        // said below
                    }
                    throw new IllegalArgumentException("expected a " + name);
                },
                value -> String.format(Locale.ROOT, "%f", value));
    }

    /** {@return a choice among words; what is printed is the word in the spelling given here} */
    static OptionType<String> words(String... words) {
        List<String> known = List.of(words);
        String name = "one of " + String.join(", ", words);
        return OptionTypes.of(
                name,
                text -> known.stream()
                        .filter(word -> word.equalsIgnoreCase(text.trim()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("expected " + name)),
                word -> word);
    }

    /** {@return a list of words each of which must be one of the known ones, in their spelling} */
    static OptionType<List<String>> listOf(String... words) {
        OptionType<String> each = words(words);
        return OptionTypes.of(
                "words between commas, each " + each.name(),
                text -> {
                    List<String> found = new ArrayList<>();
                    for (String word : OptionTypes.LIST.parse(text)) {
                        try {
                            found.add(each.parse(word));
                        } catch (IllegalArgumentException e) {
                            throw new IllegalArgumentException("'" + word + "': " + e.getMessage(), e);
                        }
                    }
                    return List.copyOf(found);
                },
                list -> String.join(",", list));
    }
}
