package org.asterism.core.log;

import java.time.Instant;

/** How log lines look on a console and in a file, as Asterisk prints them, with a class where Asterisk has a C file. */
final class LineFormat {
    private final DateFormat dates;
    private final boolean callIdentifiers;

    /**
     * @param dates           in the brackets at the beginning
     * @param callIdentifiers whether lines name their call
     */
    LineFormat(DateFormat dates, boolean callIdentifiers) {
        this.dates = dates;
        this.callIdentifiers = callIdentifiers;
    }

    /** {@return {@code [date] ERROR[thread][call] Source: text}} */
    String file(LogLine line) {
        return head(line) + " " + line.source() + ": " + line.text();
    }

    /**
     * A line for a console: verbose ones bare, others {@code [date] ERROR[thread][call]: Source: text}.
     *
     * @param line       the line
     * @param timestamps whether verbose ones have the time in front too
     * @return the text
     */
    String console(LogLine line, boolean timestamps) {
        if (line.level() == LogLevel.VERBOSE) {
            return timestamps ? "[" + date(line.when()) + "] " + line.text() : line.text();
        }
        return head(line) + ": " + line.source() + ": " + line.text();
    }

    /** {@return a time as this format prints it} */
    String date(Instant when) {
        return dates.format(when);
    }

    private String head(LogLine line) {
        String call = callIdentifiers && !line.call().isEmpty() ? "[" + line.call() + "]" : "";
        return "[" + date(line.when()) + "] " + line.level() + "[" + line.thread() + "]" + call;
    }
}
