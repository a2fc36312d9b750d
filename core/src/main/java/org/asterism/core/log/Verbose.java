package org.asterism.core.log;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/**
 * Asterisk's verbose messages: what the switch does, for people at a console, in levels 1 to 10. They travel through SLF4J with
 * the marker {@link #MARKER} and the level in front of the text, so that {@code logger.conf} decides where they go.
 */
public final class Verbose {
    /** Marks verbose messages. */
    public static final Marker MARKER = MarkerFactory.getMarker("VERBOSE");

    private static final Logger LOG = LoggerFactory.getLogger(Verbose.class);

    private static volatile int level;

    private Verbose() {}

    /**
     * Whether anybody would see a message, so that the caller can spare the work of making it.
     *
     * @param messageLevel 1 to 10
     * @return whether some console or file shows that level
     */
    public static boolean isOn(int messageLevel) {
        return messageLevel <= level;
    }

    /**
     * Says what is going on.
     *
     * @param messageLevel 1 to 10; each level has its own prefix on the console
     * @param message      the text
     */
    public static void say(int messageLevel, String message) {
        if (isOn(messageLevel)) {
            LOG.info(MARKER, "{}{}", prefix(messageLevel), message);
        }
    }

    /**
     * The blanks and signs in front of a message.
     *
     * @param messageLevel 1 to 10
     * @return as Asterisk's console prints it
     */
    public static String prefix(int messageLevel) {
        return switch (messageLevel) {
            case 0 -> "";
            case 1 -> " ";
            case 2 -> "  == ";
            case 3 -> "    -- ";
            default -> " ".repeat(messageLevel + 3) + "> ";
        };
    }

    /** {@return the highest level that some console or file shows} */
    public static int level() {
        return level;
    }

    /**
     * Sets the highest level that some console or file shows.
     *
     * @param newLevel 0 for none
     */
    public static void level(int newLevel) {
        level = newLevel;
    }
}
