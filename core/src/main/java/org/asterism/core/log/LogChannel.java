package org.asterism.core.log;

import java.util.Set;

/**
 * A line of {@code [logfiles]}: where lines of which levels go.
 *
 * @param name      as it was written: {@code console}, or a file name
 * @param console   whether it is the consoles
 * @param levels    the levels it takes
 * @param verbosity for a file, up to which level it takes verbose messages; for the consoles each one decides, up to this
 */
public record LogChannel(String name, boolean console, Set<LogLevel> levels, int verbosity) {
    /** Takes verbose messages of any level. */
    public static final int ANY_VERBOSITY = Integer.MAX_VALUE;

    /** Copies the set. */
    public LogChannel {
        levels = Set.copyOf(levels);
    }

    boolean takes(LogLine line) {
        return levels.contains(line.level()) && line.verbosity() <= verbosity;
    }
}
