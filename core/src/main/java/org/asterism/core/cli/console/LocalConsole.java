package org.asterism.core.cli.console;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.asterism.core.Version;
import org.asterism.core.cli.CliOutput;
import org.asterism.core.log.LogConsole;
import org.asterism.core.log.LogLine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The console on the terminal of the switch itself: {@code -c}. */
public final class LocalConsole implements LogConsole, CliOutput, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalConsole.class);

    private final ConsoleService service;
    private final Screen screen;
    private final PromptTemplate prompt;
    private final Runnable onInterrupt;
    private final boolean colours;
    private volatile int verbosity;
    private volatile boolean closed;
    private @Nullable Runnable detach;

    private LocalConsole(
            ConsoleService service, Screen screen, PromptTemplate prompt, boolean colours, Runnable onInterrupt) {
        this.service = service;
        this.screen = screen;
        this.prompt = prompt;
        this.colours = colours;
        this.onInterrupt = onInterrupt;
    }

    /**
     * Opens the console and shows log lines on it; without a terminal, lines are read from standard input as they are.
     *
     * @param service     what the console can do
     * @param settings    how it behaves
     * @param onInterrupt is run at Ctrl-C
     * @return the console
     */
    public static LocalConsole open(ConsoleService service, ConsoleSettings settings, Runnable onInterrupt) {
        Screen screen = Screens.open(service.commands()::complete, onInterrupt);
        PromptTemplate prompt = PromptTemplate.local(
                System.getenv(PromptTemplate.VARIABLE), service.host(), service.systemName(), settings.colours());
        LocalConsole console =
                new LocalConsole(service, screen, prompt, settings.colours() && screen.interactive(), onInterrupt);
        console.verbosity = settings.verbosity();
        if (screen.interactive()) {
            screen.print(Banner.title("Asterism Console on '" + service.host() + "' (pid "
                            + ProcessHandle.current().pid() + ")")
                    + Banner.text(Version.full()));
        }
        console.detach = service.log().attach(console);
        return console;
    }

    /** Runs what is typed until there is no more, or the console is closed. Call it on a thread of its own. */
    public void run() {
        try {
            while (!closed) {
                Screen.Input input = screen.readLine(prompt.render(LocalDateTime.now(ZoneId.systemDefault())));
                switch (input.outcome()) {
                    case LINE -> execute(input.line());
                    case INTERRUPTED -> {
                        if (!closed) {
                            onInterrupt.run();
                        }
                        return;
                    }
                    case END -> {
                        return; // the switch runs on without a console
                    }
                }
            }
        } catch (IOException e) {
            LOG.warn("The terminal is gone: {}", e.toString());
        }
    }

    private void execute(String line) {
        if (ShellEscape.matches(line)) {
            ShellEscape.run(line, screen);
        } else {
            service.commands().run(line, this);
        }
    }

    /** Gives the terminal back. */
    @Override
    public void close() {
        closed = true;
        if (detach != null) {
            detach.run();
        }
        screen.close();
    }

    @Override
    public void println(String text) {
        screen.print(text + "\n");
    }

    @Override
    public boolean colours() {
        return colours;
    }

    @Override
    public void show(LogLine line, String text) {
        screen.print(text + "\n");
    }

    @Override
    public int verbosity() {
        return verbosity;
    }

    @Override
    public void verbosity(int level) {
        verbosity = level;
    }
}
