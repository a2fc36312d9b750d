package org.asterism.core.dialplan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A choice as GotoIf, ExecIf and IF() write it: {@code test?whenTrue:whenFalse}.
 *
 * @param test      what decides
 * @param whenTrue  the text between the question mark and the colon, may be empty
 * @param whenFalse the text behind the colon, may be empty
 */
public record Condition(String test, String whenTrue, String whenFalse) {
    private static final int MAX_NUMBER = 40;

    /**
     * Takes a choice apart, at a question mark and a colon outside of quotes and parentheses.
     *
     * @param text the choice
     * @return its parts, or {@code null} when there is no question mark
     */
    public static @Nullable Condition parse(String text) {
        int question = outside(text, 0, '?');
        if (question < 0) {
            return null;
        }
        int colon = outside(text, question + 1, ':');
        return new Condition(
                text.substring(0, question).strip(),
                text.substring(question + 1, colon < 0 ? text.length() : colon).strip(),
                colon < 0 ? "" : text.substring(colon + 1).strip());
    }

    /**
     * Whether a value counts as true: everything but nothing and zero does.
     *
     * @param value the value
     * @return whether it is true
     */
    public static boolean isTrue(String value) {
        String trimmed = value.strip();
        if (trimmed.isEmpty()) {
            return false;
        }
        char first = trimmed.charAt(0);
        if (trimmed.length() > MAX_NUMBER || (first != '-' && first != '+' && !Character.isDigit(first))) {
            return true;
        }
        int end = first == '-' || first == '+' ? 1 : 0;
        while (end < trimmed.length() && Character.isDigit(trimmed.charAt(end))) {
            end++;
        }
        try {
            return new BigDecimal(trimmed.substring(0, end)).signum() != 0;
        } catch (NumberFormatException _) {
            return true;
        }
    }

    /** {@return the text that {@link #test} chooses} */
    public String chosen() {
        return isTrue(test) ? whenTrue : whenFalse;
    }

    private static int outside(String text, int from, char wanted) {
        boolean quoted = false;
        int parentheses = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == wanted && parentheses == 0) {
                return i;
            } else if (!quoted && (c == '(' || c == ')')) {
                parentheses = Math.max(0, parentheses + (c == '(' ? 1 : -1));
            }
        }
        return -1;
    }
}
