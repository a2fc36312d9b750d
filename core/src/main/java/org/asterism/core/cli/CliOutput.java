package org.asterism.core.cli;

/** Where a command's answer goes: a terminal, a remote console, an AMI Command action. */
public interface CliOutput {
    /**
     * Prints a line.
     *
     * @param text the line, without its end
     */
    void println(String text);

    /** {@return this console's verbosity, for {@code core set verbose}; zero where there is none} */
    default int verbosity() {
        return 0;
    }

    /**
     * Sets this console's verbosity.
     *
     * @param level the new one
     */
    default void verbosity(int level) {}
}
