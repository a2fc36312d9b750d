package org.asterism.core.log;

import java.util.ArrayList;
import java.util.List;

/**
 * Asterisk's verbose messages: what the switch does, for people at a console, in levels 0 to 10. Each console
 * has its own verbosity; {@code logger.conf} decides which files take them.
 */
public final class Verbose {
    private static final StackWalker CALLER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

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
     * @param message      the text, one line: control characters in it are shown, not obeyed
     */
    public static void say(int messageLevel, String message) {
        if (isOn(messageLevel)) {
            String source = CALLER.getCallerClass().getSimpleName();
            Log.process().say(LogLevel.VERBOSE, messageLevel, source, prefix(messageLevel) + message, null);
        }
    }

    /**
     * Says what is going on in several lines; the first has the prefix of the level in front.
     *
     * @param messageLevel as {@link #say}
     * @param lines        the text, each line without its end
     */
    public static void sayLines(int messageLevel, List<String> lines) {
        if (isOn(messageLevel) && !lines.isEmpty()) {
            String source = CALLER.getCallerClass().getSimpleName();
            List<String> all = new ArrayList<>(lines);
            all.set(0, prefix(messageLevel) + lines.getFirst());
            Log.process().sayLines(LogLevel.VERBOSE, messageLevel, source, all);
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

    static void level(int newLevel) {
        level = newLevel;
    }
}
