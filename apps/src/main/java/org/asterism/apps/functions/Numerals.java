package org.asterism.apps.functions;

import java.util.Locale;
import org.asterism.core.dialplan.FunctionFailed;

/** Numbers as functions take and give them. */
final class Numerals {
    private Numerals() {}

    /** A whole number. */
    static int integer(String text, String function) throws FunctionFailed {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new FunctionFailed(function + ": '" + text + "' is not a whole number");
        }
    }

    /** A number with or without a fraction. */
    static double decimal(String text, String function) throws FunctionFailed {
        String number = text.strip();
        try {
            if (!number.isEmpty() && "0123456789".indexOf(number.charAt(number.length() - 1)) >= 0) {
                return Double.parseDouble(number);
            }
        } catch (NumberFormatException e) {
            throw notANumber(text, function);
        }
        throw notANumber(text, function);
    }

    /** Whole numbers without a fraction, others with six digits of it. */
    static String shortest(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? String.valueOf((long) value) : fraction(value);
    }

    /** Six digits of fraction. */
    static String fraction(double value) {
        return String.format(Locale.ROOT, "%f", value);
    }

    private static FunctionFailed notANumber(String text, String function) {
        return new FunctionFailed(function + ": '" + text + "' is not a valid number");
    }
}
