package org.asterism.apps.functions;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.DialplanFunction;
import org.asterism.core.dialplan.FunctionFailed;

/** SPRINTF. */
final class Formatting {
    private static final Pattern CONVERSION =
            Pattern.compile("%([-+ #0]{0,3})(\\d{0,3})(\\.\\d{0,3})?(?:l|h){0,2}([a-zA-Z%])");

    List<DialplanFunction> all() {
        return List.of(FunctionDraft.of(
                        "SPRINTF(format,arg1[,arg2[,...][,argN]])",
                        "Format a variable according to a format string.",
                        "Conversions as C has them: %d %i %u %x %X %o %c %s %f %e %g %%.",
                        "format - the text with its conversions")
                .reading((_, text) -> format(ArgumentList.of(text))));
    }

    private static String format(ArgumentList arguments) throws FunctionFailed {
        Matcher matcher = CONVERSION.matcher(arguments.get(0));
        StringBuilder result = new StringBuilder();
        int next = 1;
        while (matcher.find()) {
            String conversion = matcher.group(4);
            String text = conversion.equals("%") ? "%" : convert(matcher, arguments.get(next++));
            matcher.appendReplacement(result, Matcher.quoteReplacement(text));
        }
        return matcher.appendTail(result).toString();
    }

    private static String convert(Matcher matcher, String value) throws FunctionFailed {
        String conversion = matcher.group(4);
        String precision = matcher.group(3) == null ? "" : matcher.group(3);
        String width = matcher.group(1) + matcher.group(2);
        try {
            return switch (conversion) {
                case "d", "i", "u" -> String.format(Locale.ROOT, "%" + width + "d", whole(value));
                case "x", "X", "o" -> String.format(Locale.ROOT, "%" + width + conversion, whole(value));
                case "c" -> String.format(Locale.ROOT, "%" + width + "c", (char) whole(value));
                case "s" -> String.format(Locale.ROOT, "%" + width + precision + "s", value);
                case "f", "e", "g" ->
                    String.format(
                            Locale.ROOT, "%" + width + precision + conversion, Numerals.decimal(value, "SPRINTF"));
                default -> throw new FunctionFailed("SPRINTF does not know %" + conversion);
            };
        } catch (IllegalArgumentException e) {
            throw new FunctionFailed("SPRINTF cannot write '" + value + "' as " + matcher.group());
        }
    }

    private static long whole(String value) throws FunctionFailed {
        return (long) Numerals.decimal(value, "SPRINTF");
    }
}
