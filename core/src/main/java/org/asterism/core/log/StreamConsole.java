package org.asterism.core.log;

import java.io.PrintStream;

/** The error stream as a console: what there is before, and without, a real one. It shows what is wrong, whatever logger.conf says. */
final class StreamConsole implements LogConsole {
    private final PrintStream stream;

    StreamConsole(PrintStream stream) {
        this.stream = stream;
    }

    @Override
    public int verbosity() {
        return 0;
    }

    @Override
    public void show(LogLine line, String text) {
        if (line.level() != LogLevel.NOTICE && line.level() != LogLevel.DEBUG && line.level() != LogLevel.TRACE) {
            stream.println(text);
        }
    }
}
