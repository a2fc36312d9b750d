package org.asterism.core.log;

/** A console that shows log lines as they come. Called by the log's writer thread only: it must not block for long. */
public interface LogConsole {
    /** {@return from which level on verbose messages are not shown; 0 shows none but those of level 0} */
    int verbosity();

    /** {@return whether it shows colours} */
    default boolean colours() {
        return false;
    }

    /**
     * Shows a line.
     *
     * @param line the line
     * @param text as the console prints it, without a line end; a stack trace has several lines
     */
    void show(LogLine line, String text);
}
