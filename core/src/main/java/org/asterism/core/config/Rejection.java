package org.asterism.core.config;

/** Thrown inside the parser where a file cannot be read on; becomes a {@link ConfigException} with file and line. */
final class Rejection extends Exception {
    private static final long serialVersionUID = 1L;

    private final String advice;

    /**
     * Creates a rejection.
     *
     * @param text   Asterisk's text, to which the parser appends {@code , line N of FILE}.
     * @param advice what to do about it.
     */
    Rejection(String text, String advice) {
        super(text);
        this.advice = advice;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    String advice() {
        return advice;
    }
}
