package org.asterism.outreg.sip.message;

/** Reads a header's value from left to right by the tokens of RFC 3261 section 25.1. Not thread safe. */
final class TextScanner {
    static final char END = '\0';

    private static final String TOKEN_MARKS = "-.!%*_+`'~";

    private final String text;
    private int at;

    TextScanner(String text) {
        this(text, 0);
    }

    TextScanner(String text, int at) {
        this.text = text;
        this.at = at;
    }

    static boolean isTokenChar(char c) {
        return isAlphanumeric(c) || TOKEN_MARKS.indexOf(c) >= 0;
    }

    static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isToken(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> isTokenChar((char) c));
    }

    int position() {
        return at;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The character that is read next, {@link #END} behind the last. */
    char peek() {
        return atEnd() ? END : text.charAt(at);
    }

    /** Reads one character; not at the end. */
    char next() {
        return text.charAt(at++);
    }

    TextScanner skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
        return this;
    }

    /** Reads the character if it comes next, blanks before it left out. */
    boolean accept(char wanted) {
        skipBlanks();
        if (atEnd() || peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    void expect(char wanted) {
        if (!accept(wanted)) {
            throw wrong("'" + wanted + "'");
        }
    }

    void expectEnd() {
        skipBlanks();
        if (!atEnd()) {
            throw wrong("the end");
        }
    }

    String token(String what) {
        skipBlanks();
        int start = at;
        while (!atEnd() && isTokenChar(peek())) {
            at++;
        }
        if (at == start) {
            throw wrong(what);
        }
        return text.substring(start, at);
    }

    /** A number without sign. */
    long number(String what, long most) {
        skipBlanks();
        int start = at;
        long value = 0;
        while (isDigit(peek())) {
            value = value * 10 + (peek() - '0');
            if (value > most) {
                throw new SipSyntaxException(what + " is more than " + most + " in '" + text + "'");
            }
            at++;
        }
        if (at == start) {
            throw wrong(what);
        }
        return value;
    }

    /** A quoted string as it is written, quotes included. */
    String quoted() {
        expect('"');
        int start = at - 1;
        while (!atEnd() && peek() != '"') {
            at += peek() == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw new SipSyntaxException("a quoted string does not end in '" + text + "'");
        }
        at++;
        return text.substring(start, at);
    }

    /** What comes before the next of some characters, or everything that is left. */
    String until(String stops) {
        int start = at;
        while (!atEnd() && stops.indexOf(peek()) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    String rest() {
        String rest = text.substring(Math.min(at, text.length()));
        at = text.length();
        return rest;
    }

    SipSyntaxException wrong(String expected) {
        String found = atEnd() ? "its end" : "'" + text.substring(at, Math.min(text.length(), at + 20)) + "'";
        return new SipSyntaxException("expected " + expected + " instead of " + found + " in '" + shown() + "'");
    }

    private String shown() {
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }

    /** A text as it is meant: without the quotes and the backslashes of a quoted string. */
    static String unquote(String written) {
        if (written.length() < 2 || written.charAt(0) != '"') {
            return written;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 1; i < written.length() - 1; i++) {
            if (written.charAt(i) == '\\' && i + 1 < written.length() - 1) {
                i++;
            }
            plain.append(written.charAt(i));
        }
        return plain.toString();
    }

    /** A text as a quoted string. */
    static String quote(String plain) {
        return '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
