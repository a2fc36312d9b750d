package org.asterism.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The flags the program was started with; they are Asterisk's.
 *
 * @param mode       what the process is to be
 * @param confFile   {@code -C}, or {@code null}
 * @param socket     {@code -s}, or {@code null}
 * @param command    {@code -x}, or {@code null}
 * @param verbose    how many {@code -v}
 * @param debug      how many {@code -d}
 * @param quiet      {@code -q}
 * @param timestamps {@code -T}
 * @param noColours  {@code -n}
 */
record CommandLine(
        Mode mode,
        @Nullable String confFile,
        @Nullable String socket,
        @Nullable String command,
        int verbose,
        int debug,
        boolean quiet,
        boolean timestamps,
        boolean noColours) {
    /** What the process is to be. */
    enum Mode {
        /** The switch, without a console. */
        SWITCH,
        /** The switch, with a console on this terminal. */
        CONSOLE,
        /** A console of a running switch. */
        REMOTE,
        /** A console that connects again when the switch has gone. */
        REMOTE_RECONNECTING,
        /** Something that prints the flags. */
        HELP,
        /** Something that prints the version. */
        VERSION
    }

    static final String USAGE = """
        Usage: asterism [OPTIONS]
        Valid Options:
           -c              Provide a console on this terminal (stays in the foreground)
           -f              Do not fork: stay in the foreground without a console
           -F              Always fork, even with -c in asterisk.conf
           -C <configfile> Use an alternate configuration file (asterisk.conf)
           -r              Connect to a running Asterism
           -R              Same as -r, and reconnect when the connection is lost
           -s <socket>     Connect to the control socket <socket> (only with -r)
           -x <cmd>        Run <cmd> on the running Asterism (implies -r); the exit status tells success
           -v              Increase verbosity (several v are more verbose)
           -d              Increase debugging (several d are more)
           -q              Quiet: nothing but errors on the console
           -T              Put the time in front of verbose messages on the console
           -n              No colours
           -V              Print the version and exit
           -h              This help
        """;

    private static final String WITH_ARGUMENT = "CsxUGMLe";
    private static final String HARMLESS = "fFgptiImWBX";

    /** The arguments were wrong; the message says how. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    /**
     * Reads the arguments, flags joined or not: {@code -cvvv}, {@code -rx "core show version"}.
     *
     * @param arguments of the program
     * @return the flags
     * @throws Wrong an unknown flag, or one without its argument
     */
    static CommandLine parse(List<String> arguments) throws Wrong {
        Reader reader = new Reader();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.length() < 2 || argument.charAt(0) != '-') {
                throw new Wrong("Unexpected argument '" + argument + "'");
            }
            for (int at = 1; at < argument.length(); at++) {
                char flag = argument.charAt(at);
                if (WITH_ARGUMENT.indexOf(flag) < 0) {
                    reader.flag(flag);
                    continue;
                }
                boolean joined = at + 1 < argument.length();
                if (!joined && i + 1 == arguments.size()) {
                    throw new Wrong("Option -" + flag + " needs an argument");
                }
                reader.flag(flag, joined ? argument.substring(at + 1) : arguments.get(++i));
                break;
            }
        }
        return reader.finish();
    }

    /** {@return these flags with a console on the terminal, as asterisk.conf's {@code console} asks for} */
    CommandLine withConsole() {
        return new CommandLine(Mode.CONSOLE, confFile, socket, command, verbose, debug, quiet, timestamps, noColours);
    }

    boolean remote() {
        return mode == Mode.REMOTE || mode == Mode.REMOTE_RECONNECTING;
    }

    private static final class Reader {
        private Mode mode = Mode.SWITCH;
        private @Nullable String confFile;
        private @Nullable String socket;
        private @Nullable String command;
        private int verbose;
        private int debug;
        private boolean quiet;
        private boolean timestamps;
        private boolean noColours;

        void flag(char flag) throws Wrong {
            switch (flag) {
                case 'c' -> mode = Mode.CONSOLE;
                case 'r' -> mode = Mode.REMOTE;
                case 'R' -> mode = Mode.REMOTE_RECONNECTING;
                case 'h' -> mode = Mode.HELP;
                case 'V' -> mode = Mode.VERSION;
                case 'v' -> verbose++;
                case 'd' -> debug++;
                case 'q' -> quiet = true;
                case 'T' -> timestamps = true;
                case 'n' -> noColours = true;
                default -> {
                    if (HARMLESS.indexOf(flag) < 0) {
                        throw new Wrong("Unknown option -" + flag);
                    }
                }
            }
        }

        void flag(char flag, String argument) {
            switch (flag) {
                case 'C' -> confFile = argument;
                case 's' -> socket = argument;
                case 'x' -> {
                    command = argument;
                    if (mode != Mode.REMOTE_RECONNECTING) {
                        mode = Mode.REMOTE;
                    }
                }
                default -> {} // -U, -G, -M, -L and -e: the service manager's business here
            }
        }

        CommandLine finish() {
            return new CommandLine(mode, confFile, socket, command, verbose, debug, quiet, timestamps, noColours);
        }
    }
}
