package org.asterism.core;

import java.util.List;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.log.Log;
import org.asterism.core.module.ModuleLoader;
import org.asterism.core.module.ReloadResult;

/** {@code core stop|restart|abort|reload|waitfullybooted} and {@code core set verbose|debug}. */
final class ProcessCommands {
    private final ProcessLife life;
    private final ModuleLoader loader;
    private final Clockwork clockwork;

    ProcessCommands(ProcessLife life, ModuleLoader loader, Clockwork clockwork) {
        this.life = life;
        this.loader = loader;
        this.clockwork = clockwork;
    }

    List<CliCommand> all() {
        return List.of(
                end("core stop now", LifeEvent.END_NOW, false, "Shut down immediately", "immediately"),
                end(
                        "core stop gracefully",
                        LifeEvent.END_GRACEFULLY,
                        false,
                        "Gracefully shut down",
                        "when all calls have ended; new ones are refused meanwhile"),
                end(
                        "core stop when convenient",
                        LifeEvent.END_WHEN_CONVENIENT,
                        false,
                        "Shut down at empty call volume",
                        "when there are no calls; new ones are taken meanwhile"),
                end("core restart now", LifeEvent.END_NOW, true, "Restart immediately", "immediately"),
                end(
                        "core restart gracefully",
                        LifeEvent.END_GRACEFULLY,
                        true,
                        "Restart gracefully",
                        "when all calls have ended; new ones are refused meanwhile"),
                end(
                        "core restart when convenient",
                        LifeEvent.END_WHEN_CONVENIENT,
                        true,
                        "Restart at empty call volume",
                        "when there are no calls; new ones are taken meanwhile"),
                new DeclaredCommand("core abort shutdown", "Cancel a running shutdown", """
                    Usage: core abort shutdown
                           Cancels a shutdown that waits for calls to end.\
                    """, this::abort)
                        .duringShutdown(),
                new DeclaredCommand(
                                "core waitfullybooted",
                                "Wait for Asterism to be fully booted",
                                """
                                Usage: core waitfullybooted
                                       Returns once all modules have been loaded.\
                                """,
                                this::waitFullyBooted)
                        .duringShutdown(),
                new DeclaredCommand("core reload", "Global reload", """
                    Usage: core reload
                           Has all modules read their configuration again.\
                    """, this::reload),
                new DeclaredCommand("core set verbose", "Set the verbosity of this console", """
                    Usage: core set verbose [atleast] <level> [silent]
                           Sets which verbose messages this console shows; 0 or off shows none.
                           With atleast, the level is never lowered; with silent, nothing is said.\
                    """, this::setVerbose),
                new DeclaredCommand("core set debug", "Set the debug level", """
                    Usage: core set debug [atleast] <level>
                           Sets how many DEBUG lines are made, for channels of logger.conf that take
                           them; 0 or off makes none.\
                    """, this::setDebug));
    }

    private CliCommand end(String words, LifeEvent how, boolean restart, String summary, String when) {
        String usage = "Usage: " + words + "\n       " + (restart ? "Restarts" : "Ends") + " the switch " + when + ".";
        return new DeclaredCommand(words, summary, usage, request -> {
                    if (!request.arguments().isEmpty()) {
                        return CliResult.SHOW_USAGE;
                    }
                    if (how == LifeEvent.END_WHEN_CONVENIENT) {
                        request.println("Waiting for inactivity to perform " + (restart ? "restart" : "halt"));
                    }
                    if (!life.end(how, restart)) {
                        request.println("A shutdown is in progress already.");
                        return CliResult.FAILURE;
                    }
                    return CliResult.SUCCESS;
                })
                .duringShutdown();
    }

    private CliResult abort(CliRequest request) {
        if (!life.abort()) {
            request.println("There is no shutdown that could be cancelled.");
            return CliResult.FAILURE;
        }
        return CliResult.SUCCESS;
    }

    private CliResult waitFullyBooted(CliRequest request) {
        try {
            life.awaitBooted();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return CliResult.FAILURE;
        }
        request.println("Asterism has fully booted.");
        return CliResult.SUCCESS;
    }

    private CliResult reload(CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        clockwork.reloaded();
        ReloadResult result = loader.reloadAll();
        switch (result) {
            case QUEUED -> request.println("Asterism cannot reload a module yet; request queued");
            case IN_PROGRESS -> request.println("A module reload request is already in progress; please be patient");
            case ERROR -> {
                request.println("A module kept its old configuration; the log says which and why");
                return CliResult.FAILURE;
            }
            case SUCCESS, NOT_FOUND, UNINITIALIZED, NOT_SUPPORTED -> {}
        }
        return CliResult.SUCCESS;
    }

    private CliResult setVerbose(CliRequest request) {
        Level level = Level.parse(request.arguments());
        if (level == null) {
            return CliResult.SHOW_USAGE;
        }
        int before = request.output().verbosity();
        int after = level.atLeast() ? Math.max(before, level.number()) : level.number();
        request.output().verbosity(after);
        Log.process().verbosityChanged();
        if (!level.silent()) {
            request.println("Console verbose " + change(before, after));
        }
        return CliResult.SUCCESS;
    }

    private CliResult setDebug(CliRequest request) {
        Level level = Level.parse(request.arguments());
        if (level == null) {
            return CliResult.SHOW_USAGE;
        }
        int before = Log.process().debugLevel();
        int after = level.atLeast() ? Math.max(before, level.number()) : level.number();
        Log.process().debugLevel(after);
        if (!level.silent()) {
            request.println("Core debug " + change(before, after));
        }
        return CliResult.SUCCESS;
    }

    private static String change(int before, int after) {
        return before == after
                ? "is still " + word(after) + "."
                : "was " + word(before) + " and is now " + word(after) + ".";
    }

    private static String word(int level) {
        return level == 0 ? "OFF" : String.valueOf(level);
    }

    /** The arguments of {@code core set verbose}. */
    private record Level(int number, boolean atLeast, boolean silent) {
        static @org.jspecify.annotations.Nullable Level parse(List<String> arguments) {
            boolean atLeast = !arguments.isEmpty() && arguments.getFirst().equalsIgnoreCase("atleast");
            List<String> rest = atLeast ? arguments.subList(1, arguments.size()) : arguments;
            boolean silent = rest.size() == 2 && rest.get(1).equalsIgnoreCase("silent");
            if (rest.isEmpty() || rest.size() > (silent ? 2 : 1)) {
                return null;
            }
            String text = rest.getFirst();
            if (text.equalsIgnoreCase("off")) {
                return new Level(0, atLeast, silent);
            }
            return text.matches("\\d{1,3}") ? new Level(Integer.parseInt(text), atLeast, silent) : null;
        }
    }
}
