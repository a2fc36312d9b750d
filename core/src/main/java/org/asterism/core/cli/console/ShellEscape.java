package org.asterism.core.cli.console;

import java.io.IOException;

/** {@code !command}: runs a command of the operating system on the console's machine and terminal. */
final class ShellEscape {
    private ShellEscape() {}

    /** {@return whether a line is one} */
    static boolean matches(String line) {
        return line.stripLeading().startsWith("!");
    }

    /** Runs it, or the user's shell where there is nothing behind the exclamation mark, and waits for its end. */
    static void run(String line, Screen screen) {
        String command = line.strip().substring(1).strip();
        String shell = System.getenv().getOrDefault("SHELL", "/bin/sh");
        ProcessBuilder builder =
                command.isEmpty() ? new ProcessBuilder(shell) : new ProcessBuilder("/bin/sh", "-c", command);
        try {
            builder.inheritIO().start().waitFor();
        } catch (IOException e) {
            screen.print("Unable to run '" + command + "': " + e.getMessage() + "\n");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
