package org.asterism.core.log;

import java.time.Instant;

/**
 * One message on its way to files and consoles.
 *
 * @param when         when it was said
 * @param level        its level
 * @param verbosity    for {@link LogLevel#VERBOSE}, from which verbosity on it is shown; else 0
 * @param thread       the number of the thread that said it
 * @param call         {@code C-} and eight hex digits, or empty
 * @param source       the class that said it
 * @param text         the message, a stack trace after it where there is one
 */
public record LogLine(
        Instant when, LogLevel level, int verbosity, long thread, String call, String source, String text) {}
