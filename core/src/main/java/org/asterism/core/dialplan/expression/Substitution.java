package org.asterism.core.dialplan.expression;

import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code ${…}} and {@code $[…]} in a text, the inner ones first. A mistake in a text gives a warning and an empty
 * piece, never an exception. Bounded: texts longer than {@link #MAX_LENGTH} characters are cut, and nesting deeper than
 * {@link #MAX_DEPTH}, also through functions such as EVAL that call back, gives an empty piece.
 */
public final class Substitution {
    /** The longest result, in characters. */
    public static final int MAX_LENGTH = 65_536;
    /** How deep pieces may be nested. */
    public static final int MAX_DEPTH = 32;

    /** Functions such as EVAL begin a new substitution inside one: their depth counts too, and it is the thread's. */
    private static final ThreadLocal<int[]> DEPTH = ThreadLocal.withInitial(() -> new int[1]);

    private final Scope scope;

    /**
     * @param scope where values come from
     */
    public Substitution(Scope scope) {
        this.scope = scope;
    }

    /**
     * Replaces what is to be replaced.
     *
     * @param text the text
     * @return the result
     */
    public String apply(String text) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        int[] depth = DEPTH.get();
        if (depth[0] >= MAX_DEPTH) {
            scope.warn("Variables or expressions are nested more than " + MAX_DEPTH + " deep; '" + shortened(text)
                    + "' counts as empty");
            return "";
        }
        depth[0]++;
        try {
            return replace(text);
        } finally {
            if (--depth[0] == 0) {
                DEPTH.remove();
            }
        }
    }

    private String replace(String text) {
        StringBuilder result = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int dollar = text.indexOf('$', at);
            if (dollar < 0 || dollar + 1 >= text.length()) {
                result.append(text, at, text.length());
                break;
            }
            result.append(text, at, dollar);
            char open = text.charAt(dollar + 1);
            if (open == '{' || open == '[') {
                char close = open == '{' ? '}' : ']';
                int end = closing(text, dollar + 2, open, close);
                String inner = apply(text.substring(dollar + 2, end));
                result.append(open == '{' ? variable(inner) : new Expression(inner, scope).value());
                at = end + 1;
            } else {
                result.append('$');
                at = dollar + 1;
            }
            if (result.length() > MAX_LENGTH) {
                scope.warn("A text of the dialplan is longer than " + MAX_LENGTH + " characters and is cut: '"
                        + shortened(text) + "'");
                result.setLength(MAX_LENGTH);
                break;
            }
        }
        return result.toString();
    }

    private int closing(String text, int from, char open, char close) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == open) {
                depth++;
            } else if (c == close && --depth == 0) {
                return i;
            }
        }
        scope.warn("Error in extension logic (missing '" + close + "') in '" + shortened(text) + "'");
        return text.length();
    }

    private String variable(String text) {
        int parenthesis = text.indexOf('(');
        int colon = colonOutsideParentheses(text);
        if (parenthesis >= 0 && (colon < 0 || parenthesis < colon)) {
            String range = colon < 0 ? "" : text.substring(colon + 1);
            return substring(function(colon < 0 ? text : text.substring(0, colon), parenthesis), range);
        }
        return colon < 0
                ? scope.variable(text)
                : substring(scope.variable(text.substring(0, colon)), text.substring(colon + 1));
    }

    private String function(String call, int parenthesis) {
        int end = call.lastIndexOf(')');
        if (end < parenthesis) {
            scope.warn("Can't find trailing parenthesis for function '" + shortened(call) + "'?");
            end = call.length();
        }
        return scope.function(call.substring(0, parenthesis), call.substring(parenthesis + 1, end));
    }

    private static int colonOutsideParentheses(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(' -> depth++;
                case ')' -> depth--;
                case ':' -> {
                    if (depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    /** Cuts {@code value} to {@code offset[:length]}; both may be negative and then count from the end. */
    private static String substring(String value, String range) {
        int second = range.indexOf(':');
        Integer offset = leadingNumber(second < 0 ? range : range.substring(0, second));
        if (offset == null) {
            return value;
        }
        Integer length = second < 0 ? null : leadingNumber(range.substring(second + 1));
        int begin = offset < 0 ? Math.max(0, value.length() + offset) : Math.min(offset, value.length());
        int end = value.length();
        if (length != null) {
            end = (int) (length < 0 ? end + (long) length : Math.min(end, begin + (long) length));
        }
        return end <= begin ? "" : value.substring(begin, end);
    }

    /** The number a text begins with, or null when it begins with none. */
    private static @Nullable Integer leadingNumber(String text) {
        String trimmed = text.stripLeading();
        int end = trimmed.startsWith("-") || trimmed.startsWith("+") ? 1 : 0;
        int digits = end;
        while (end < trimmed.length() && end - digits < 9 && Character.isDigit(trimmed.charAt(end))) {
            end++;
        }
        return end == digits ? null : Integer.valueOf(trimmed.substring(0, end));
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
