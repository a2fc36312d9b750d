package org.asterism.core.cli.console;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A console on a running switch: {@code -r}, and {@code -R}, which connects again when the switch has gone. */
public final class RemoteConsole {
    private static final int RECONNECT_SECONDS = 30;
    private static final long RECONNECT_EVERY_NANOS = 200_000_000L;

    private final Path socket;
    private final ConsoleSettings settings;
    private final boolean reconnecting;
    private final PrintStream errors;
    private final Screen screen;
    private volatile RemoteLink link;
    private volatile boolean leaving;
    private boolean failed;

    private RemoteConsole(
            Path socket, ConsoleSettings settings, boolean reconnecting, PrintStream errors, RemoteLink link) {
        this.socket = socket;
        this.settings = settings;
        this.reconnecting = reconnecting;
        this.errors = errors;
        this.link = link;
        screen = Screens.open(this::complete, this::leave);
    }

    /**
     * Runs a console on this process's terminal until its user leaves; where there is no terminal, runs the lines of standard
     * input.
     *
     * @param socket       the running switch's control socket
     * @param settings     how it behaves
     * @param reconnecting whether to connect again when the switch has gone
     * @param errors       gets what went wrong with the connection
     * @return the exit status: 1 where there is no switch, or where a line of standard input failed
     */
    public static int run(Path socket, ConsoleSettings settings, boolean reconnecting, PrintStream errors) {
        RemoteLink link = connect(socket, settings);
        if (link == null) {
            errors.println(RemoteCommand.unreachable(socket));
            return RemoteCommand.FAILED;
        }
        return new RemoteConsole(socket, settings, reconnecting, errors, link).run();
    }

    private static @Nullable RemoteLink connect(Path socket, ConsoleSettings settings) {
        try {
            return RemoteLink.connect(socket, settings.verbosity(), settings.colours() && Screens.onTerminal());
        } catch (IOException | IllegalArgumentException _) {
            return null;
        }
    }

    private int run() {
        try (screen) {
            Welcome welcome = link.welcome();
            if (screen.interactive()) {
                screen.print(Banner.title("Asterism Console on '" + welcome.host() + "' (pid " + welcome.pid() + ")")
                        + Banner.text(welcome.product()));
            }
            do {
                converse();
            } while (!leaving && reconnect());
            return failed ? RemoteCommand.FAILED : RemoteCommand.OK;
        } catch (IOException e) {
            errors.println("The terminal is gone: " + e.getMessage());
            return RemoteCommand.FAILED;
        }
    }

    private void converse() throws IOException {
        RemoteLink current = link;
        Welcome welcome = current.welcome();
        if (screen.interactive()) {
            screen.print(Banner.connected(welcome));
        }
        current.start(screen::print, screen::interrupt);
        if (settings.debug() > 0) {
            current.run("core set debug atleast " + settings.debug() + " silent");
        }
        PromptTemplate prompt = PromptTemplate.remote(
                System.getenv(PromptTemplate.VARIABLE), welcome.host(), welcome.systemName(), settings.colours());
        while (!leaving && !current.lost()) {
            Screen.Input input = screen.readLine(prompt.render(LocalDateTime.now(ZoneId.systemDefault())));
            switch (input.outcome()) {
                case LINE -> execute(current, input.line());
                case INTERRUPTED -> {
                    if (!current.lost()) {
                        leave();
                    }
                }
                case END -> leaving = true;
            }
        }
        current.close();
    }

    private void execute(RemoteLink current, String line) {
        String word = line.strip().toLowerCase(Locale.ROOT);
        if (word.equals("quit") || word.equals("exit")) {
            leave();
        } else if (ShellEscape.matches(line)) {
            ShellEscape.run(line, screen);
        } else if (!word.isEmpty()) {
            boolean succeeded = current.run(line);
            failed |= !succeeded && !screen.interactive();
        }
    }

    private void leave() {
        if (!leaving) {
            leaving = true;
            if (screen.interactive()) {
                screen.print("Asterism cleanly ending (0).\nExecuting last minute cleanups\n");
            }
            screen.interrupt();
        }
    }

    private List<String> complete(String line) {
        return link.complete(line);
    }

    /** Says that the switch has gone, and connects again where that is wanted. Returns whether it has. */
    private boolean reconnect() {
        errors.println("\nDisconnected from Asterism server");
        if (!reconnecting) {
            return false;
        }
        errors.println("Attempting to reconnect for " + RECONNECT_SECONDS + " seconds");
        long started = System.nanoTime();
        while (System.nanoTime() - started < RECONNECT_SECONDS * 1_000_000_000L) {
            LockSupport.parkNanos(RECONNECT_EVERY_NANOS);
            RemoteLink connected = connect(socket, settings);
            if (connected != null) {
                double seconds = (System.nanoTime() - started) / 1e9;
                errors.printf(Locale.ROOT, "Reconnect succeeded after %.3f seconds%n", seconds);
                link = connected;
                screen.resume();
                return true;
            }
        }
        errors.println("Failed to reconnect for " + RECONNECT_SECONDS + " seconds.  Quitting.");
        failed = true;
        return false;
    }
}
