package org.asterism.core.cli.console;

/** A console that shows log lines as they come. Called by the log's writer thread: it must not block. */
public interface ConsoleSink {
    /** {@return up to which level this console shows verbose messages; 0 for none} */
    int verbosity();

    /**
     * Shows a log line; may drop it when the console is too slow.
     *
     * @param text as consoles print it, without a line end; a stack trace has several lines
     */
    void print(String text);
}
