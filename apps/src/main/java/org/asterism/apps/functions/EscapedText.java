package org.asterism.apps.functions;

/** Characters as functions are given them: {@code \n}, {@code \t}, {@code \r}, {@code \x2d}, {@code \055}, or themselves. */
final class EscapedText {
    private final String text;
    private int at;

    EscapedText(String text) {
        this.text = text;
    }

    /** Whether there is another character. */
    boolean hasNext() {
        return at < text.length();
    }

    /** The next character. */
    char next() {
        char c = text.charAt(at++);
        if (c != '\\' || at >= text.length()) {
            return c;
        }
        char escaped = text.charAt(at++);
        return switch (escaped) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'x' -> coded(16, 2, escaped);
            case '0' -> coded(8, 3, '\0');
            default -> escaped;
        };
    }

    /** Whether the next character is a bare one, not one behind a backslash; it is passed over then. */
    boolean skip(char bare) {
        if (at < text.length() && text.charAt(at) == bare) {
            at++;
            return true;
        }
        return false;
    }

    /** The first character of a text, or another when it is empty. */
    static char first(String text, char otherwise) {
        return text.isEmpty() ? otherwise : new EscapedText(text).next();
    }

    /** The whole text with its escapes carried out. */
    static String all(String text) {
        EscapedText escaped = new EscapedText(text);
        StringBuilder result = new StringBuilder(text.length());
        while (escaped.hasNext()) {
            result.append(escaped.next());
        }
        return result.toString();
    }

    private char coded(int radix, int most, char otherwise) {
        int value = 0;
        int digits = 0;
        while (digits < most && at < text.length() && Character.digit(text.charAt(at), radix) >= 0) {
            value = value * radix + Character.digit(text.charAt(at++), radix);
            digits++;
        }
        return digits == 0 ? otherwise : (char) value;
    }
}
