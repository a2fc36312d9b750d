package org.asterism.core.log;

/** The colours of log lines on a terminal, as Asterisk has them: the level, who says it, and the signs before verbose messages. */
final class LevelColours {
    private static final String END = "\u001b[0m";
    private static final String SOURCE = "\u001b[1;37m";
    private static final String PREFIX = "\u001b[1;30m";

    private LevelColours() {}

    /** {@return the level's name in its colour} */
    static String level(LogLevel level) {
        String colour = switch (level) {
            case ERROR, WARNING -> "\u001b[1;31m";
            case NOTICE -> "\u001b[1;33m";
            case TRACE -> "\u001b[1;34m";
            case DEBUG, DTMF, SECURITY, VERBOSE -> "\u001b[1;32m";
        };
        return colour + level + END;
    }

    /** {@return a source in its colour} */
    static String source(String source) {
        return SOURCE + source + END;
    }

    /** {@return a verbose message with its prefix in its colour} */
    static String verbose(int verbosity, String text) {
        String prefix = Verbose.prefix(verbosity);
        return prefix.isEmpty() || !text.startsWith(prefix)
                ? text
                : PREFIX + prefix + END + text.substring(prefix.length());
    }
}
