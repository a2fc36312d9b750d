package org.asterism.core.cli.console;

/**
 * How a console behaves.
 *
 * @param verbosity up to which level it shows verbose messages at first; {@code -v}
 * @param debug     to which level the switch's debug level is raised; {@code -d}
 * @param colours   whether it may use colours; not with {@code -n}
 */
public record ConsoleSettings(int verbosity, int debug, boolean colours) {}
