package org.asterism.core.dialplan.config;

import java.util.Locale;
import java.util.function.ToIntFunction;
import org.asterism.core.dialplan.plan.Priority;

/** The second part of an {@code exten} line: a number, {@code n}, {@code s}, {@code hint} or a label, {@code +n}, a label to give. */
sealed interface StepNumber {
    /**
     * A step.
     *
     * @param number its number, or {@link Priority#HINT}
     * @param label  the label it is given, empty for none
     */
    record Good(int number, String label) implements StepNumber {}

    /**
     * A mistake.
     *
     * @param message what is wrong, to be followed by the place
     */
    record Wrong(String message) implements StepNumber {}

    /**
     * A mistake that Asterisk tells with an exclamation mark.
     *
     * @param message what is wrong, to be followed by the place
     */
    record WrongEnd(String message) implements StepNumber {}

    /**
     * Reads it.
     *
     * @param text   such as {@code n+2(again)}
     * @param last   the number of the step before, below -1 when there is none
     * @param labels the number of a label of this extension, -1 when there is none
     * @return the step or the mistake
     */
    static StepNumber read(String text, int last, ToIntFunction<String> labels) {
        int open = text.indexOf('(');
        String label = "";
        String place = text;
        if (open >= 0) {
            if (!text.endsWith(")")) {
                return new Wrong("Label missing trailing ')'");
            }
            label = text.substring(open + 1, text.length() - 1).strip();
            place = text.substring(0, open).strip();
        }
        int plus = place.indexOf('+');
        int more = 0;
        if (plus >= 0) {
            more = number(place.substring(plus + 1).strip());
            place = place.substring(0, plus).strip();
            more = Math.max(0, more);
        }
        String word = place.toLowerCase(Locale.ROOT);
        int number;
        switch (word) {
            case "hint" -> {
                return new Good(Priority.HINT, label);
            }
            case "n", "next", "s", "same" -> {
                boolean next = word.startsWith("n");
                if (last < 0) {
                    return new WrongEnd("Can't use '" + (next ? "next" : "same") + "' priority on the first entry");
                }
                number = next ? last + 1 : last;
            }
            default -> {
                if (!place.isEmpty() && (Character.isDigit(place.charAt(0)) || place.charAt(0) == '-')) {
                    number = number(place);
                    if (number < 1) {
                        return new Wrong("Invalid priority '" + place + "'");
                    }
                } else {
                    number = place.isEmpty() ? -1 : labels.applyAsInt(place);
                    if (number < 1) {
                        return new Wrong("Invalid priority/label '" + place + "'");
                    }
                }
            }
        }
        return new Good(number + more, label);
    }

    private static int number(String text) {
        try {
            int value = Integer.parseInt(text);
            return value > 1_000_000 ? -1 : value;
        } catch (NumberFormatException _) {
            return -1;
        }
    }
}
