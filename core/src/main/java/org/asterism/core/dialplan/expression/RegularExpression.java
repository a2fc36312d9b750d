package org.asterism.core.dialplan.expression;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** POSIX extended regular expressions of the dialplan, on Java's engine, with a bound on the work of one match. */
public final class RegularExpression {
    private static final int MAX_PATTERN = 1_024;

    private final Pattern pattern;

    private RegularExpression(Pattern pattern) {
        this.pattern = pattern;
    }

    /** What a match gave. */
    public sealed interface Result {
        /** Nothing matched. */
        record None() implements Result {}

        /**
         * Something matched.
         *
         * @param length how many characters
         * @param group  the first group; empty when it took no part
         */
        record Some(int length, String group) implements Result {}
    }

    /**
     * Compiles an expression.
     *
     * @param text the expression; {@code [:alpha:]} and its like may stand in sets
     * @return the compiled expression
     * @throws IllegalArgumentException it has a mistake in it; the message says which
     */
    public static RegularExpression of(String text) {
        if (text.length() > MAX_PATTERN) {
            throw new IllegalArgumentException("longer than " + MAX_PATTERN + " characters");
        }
        try {
            return new RegularExpression(Pattern.compile(translated(text)));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(e.getDescription(), e);
        }
    }

    /** {@return whether it has a group} */
    public boolean hasGroup() {
        return pattern.matcher("").groupCount() > 0;
    }

    /**
     * Looks for the expression in a text.
     *
     * @param text     the text
     * @param anchored whether it must be at the beginning
     * @return what was found
     * @throws IllegalArgumentException the match takes too long
     */
    public Result find(String text, boolean anchored) {
        try {
            Matcher matcher = pattern.matcher(new BoundedText(text));
            if (!(anchored ? matcher.lookingAt() : matcher.find())) {
                return new Result.None();
            }
            String group = matcher.groupCount() > 0 ? matcher.group(1) : null;
            return new Result.Some(
                    anchored ? matcher.end() : matcher.end() - matcher.start(), group == null ? "" : group);
        } catch (BoundedText.TooManySteps e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** POSIX has its classes inside sets, and a bracket or backslash in a set is just itself there. */
    private static String translated(String posix) {
        StringBuilder java = new StringBuilder(posix.length() + 16);
        int at = 0;
        while (at < posix.length()) {
            char c = posix.charAt(at);
            if (c == '\\' && at + 1 < posix.length()) {
                java.append(c).append(posix.charAt(at + 1));
                at += 2;
            } else if (c == '[') {
                at = set(posix, at, java);
            } else {
                java.append(c);
                at++;
            }
        }
        return java.toString();
    }

    private static int set(String posix, int from, StringBuilder java) {
        int at = from + 1;
        java.append('[');
        if (at < posix.length() && posix.charAt(at) == '^') {
            java.append('^');
            at++;
        }
        int first = at;
        while (at < posix.length()) {
            char c = posix.charAt(at);
            int classEnd = posix.startsWith("[:", at) ? posix.indexOf(":]", at) : -1;
            if (classEnd > 0) {
                java.append(javaClass(posix.substring(at + 2, classEnd)));
                at = classEnd + 2;
            } else if (c == ']' && at > first) {
                java.append(']');
                return at + 1;
            } else {
                if ("[]\\&".indexOf(c) >= 0) {
                    java.append('\\');
                }
                java.append(c);
                at++;
            }
        }
        return at;
    }

    private static String javaClass(String posix) {
        return switch (posix) {
            case "alpha" -> "\\p{Alpha}";
            case "digit" -> "0-9";
            case "alnum" -> "\\p{Alnum}";
            case "upper" -> "\\p{Upper}";
            case "lower" -> "\\p{Lower}";
            case "space" -> "\\s";
            case "blank" -> " \\t";
            case "punct" -> "\\p{Punct}";
            case "xdigit" -> "\\p{XDigit}";
            case "print" -> "\\p{Print}";
            case "graph" -> "\\p{Graph}";
            case "cntrl" -> "\\p{Cntrl}";
            default -> throw new IllegalArgumentException("unknown character class '" + posix + "'");
        };
    }
}
