package org.asterism.core.config;

import java.io.Serializable;
import org.slf4j.Logger;

/**
 * Something in a configuration file that its author should know about.
 *
 * @param severity ERROR where a value or a whole file could not be used, WARNING where reading went on as if the line
 *                 were not there or means what the message says.
 * @param file     the file, relative to the configuration folder where it lies inside it.
 * @param line     the line it is about, from 1; 0 when it is about the file.
 * @param message  the whole text for the log, file and line included; never contains a secret.
 */
public record ConfigProblem(Severity severity, String file, int line, String message) implements Serializable {
    /** How bad a problem is; the log level it is printed at. */
    public enum Severity {
        WARNING,
        ERROR
    }

    /** {@return a warning} */
    public static ConfigProblem warning(String file, int line, String message) {
        return new ConfigProblem(Severity.WARNING, file, line, message);
    }

    /** {@return a warning about an entry; its place is put before the message} */
    public static ConfigProblem warning(ConfigEntry entry, String message) {
        return warning(entry.file(), entry.line(), entry.where() + ": " + message);
    }

    /** {@return an error} */
    public static ConfigProblem error(String file, int line, String message) {
        return new ConfigProblem(Severity.ERROR, file, line, message);
    }

    /** {@return an error about an entry; its place is put before the message} */
    public static ConfigProblem error(ConfigEntry entry, String message) {
        return error(entry.file(), entry.line(), entry.where() + ": " + message);
    }

    /** Writes the message to the log at the level of its severity. */
    public void log(Logger logger) {
        switch (severity) {
            case WARNING -> logger.warn("{}", message);
            case ERROR -> logger.error("{}", message);
        }
    }

    /** {@return the message} */
    @Override
    public String toString() {
        return message;
    }
}
