package org.asterism.core.cli.console;

import org.asterism.core.log.LogConsole;

/** Where consoles get log lines from. */
@FunctionalInterface
public interface ConsoleLog {
    /**
     * Has a console shown log lines from now on.
     *
     * @param console shows them
     * @return detaches it
     */
    Runnable attach(LogConsole console);
}
