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
        return head(line, line.level().name()) + " " + line.source() + ": " + line.text();
    }

    /**
     * A line for a console: verbose ones bare, others {@code [date] ERROR[thread][call]: Source: text}.
     *
     * @param line       the line
     * @param timestamps whether verbose ones have the time in front too
     * @param colours    whether it is for a terminal that shows colours
     * @return the text
     */
    String console(LogLine line, boolean timestamps, boolean colours) {
        if (line.level() == LogLevel.VERBOSE) {
            String text = colours ? LevelColours.verbose(line.verbosity(), line.text()) : line.text();
            return timestamps ? "[" + date(line.when()) + "] " + text : text;
        }
        return colours
                ? head(line, LevelColours.level(line.level())) + ": " + LevelColours.source(line.source()) + ": "
                        + line.text()
                : head(line, line.level().name()) + ": " + line.source() + ": " + line.text();
    }

    /** {@return a time as this format prints it} */
    String date(Instant when) {
        return dates.format(when);
    }

    private String head(LogLine line, String level) {
        String call = callIdentifiers && !line.call().isEmpty() ? "[" + line.call() + "]" : "";
        return "[" + date(line.when()) + "] " + level + "[" + line.thread() + "]" + call;
    }
}
