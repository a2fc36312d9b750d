package org.asterism.core.cli.console;

import java.io.IOException;

/** What a person or a script types on and reads: a terminal with line editing, or plain streams. */
interface Screen extends AutoCloseable {
    /** What reading a line came to. */
    enum Outcome {
        /** There is a line. */
        LINE,
        /** No more lines will come. */
        END,
        /** Ctrl-C, or {@link Screen#interrupt}. */
        INTERRUPTED
    }

    /**
     * What was read.
     *
     * @param outcome what reading came to
     * @param line    the line, empty when there is none
     */
    record Input(Outcome outcome, String line) {}

    /** {@return whether a person sits there, who wants a banner and a prompt} */
    boolean interactive();

    /**
     * Waits for a line. One thread.
     *
     * @throws IOException the terminal is gone
     */
    Input readLine(String prompt) throws IOException;

    /** Prints text with its line ends, above the line being typed. Any thread. */
    void print(String text);

    /** Has the thread that waits for a line, or will, get {@link Outcome#INTERRUPTED}. Any thread. */
    void interrupt();

    /** Has lines be read again after {@link #interrupt}. */
    void resume();

    /** Ends what is being read and gives the terminal back. */
    @Override
    void close();
}
