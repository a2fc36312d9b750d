package org.asterism.core;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.asterism.core.cli.console.RemoteCommand;
import org.asterism.core.cli.console.RemoteConsole;
import org.asterism.core.config.ConfigException;
import org.asterism.core.log.LibraryLog;
import org.asterism.core.log.Log;
import org.asterism.core.log.Verbose;
import org.asterism.core.module.StartupFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program: the switch, or a console of a running one. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    /** The line a switch in the background prints last, before it lets its launcher go. */
    static final String READY = "Asterism Ready.";

    /** The property by which the launcher says that it waits for the streams to be closed. */
    private static final String BACKGROUND = "asterism.background";

    private static final int LAST_LINES_MS = 2_000;

    private Main() {}

    /**
     * Runs the program.
     *
     * @param arguments Asterisk's flags
     */
    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.config.class", LibraryLog.class.getName());
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, thrown) -> LOG.error("Thread {} broke", thread.getName(), thrown));
        int status;
        try {
            status = run(CommandLine.parse(List.of(arguments)));
        } catch (CommandLine.Wrong e) {
            System.err.println(e.getMessage());
            System.err.println(CommandLine.USAGE.stripTrailing());
            status = StartupFailed.INITIALIZATION;
        }
        Log.process().flush(LAST_LINES_MS);
        Runtime.getRuntime().halt(status);
    }

    private static int run(CommandLine flags) {
        switch (flags.mode()) {
            case HELP -> {
                System.out.println(Version.full());
                System.out.println(CommandLine.USAGE.stripTrailing());
                return 0;
            }
            case VERSION -> {
                System.out.println(Version.full());
                return 0;
            }
            case SWITCH, CONSOLE, REMOTE, REMOTE_RECONNECTING -> {}
        }
        AsteriskConf conf;
        try {
            conf = readConf(flags);
        } catch (ConfigException e) {
            System.err.println(e.getMessage());
            return StartupFailed.INITIALIZATION;
        }
        if (flags.remote()) {
            return runConsole(conf, flags);
        }
        boolean console = conf.options().get(AsteriskConf.CONSOLE) && !Boolean.getBoolean(BACKGROUND);
        return runSwitch(conf, console ? flags.withConsole() : flags);
    }

    private static int runConsole(AsteriskConf conf, CommandLine flags) {
        String given = flags.socket();
        Path socket = given == null ? conf.controlSocket() : Path.of(given);
        String command = flags.command();
        if (command != null) {
            return RemoteCommand.run(socket, command, System.out, System.err);
        }
        boolean reconnecting = flags.mode() == CommandLine.Mode.REMOTE_RECONNECTING;
        return RemoteConsole.run(socket, Consoles.settings(conf, flags), reconnecting, System.err);
    }

    private static AsteriskConf readConf(CommandLine flags) throws ConfigException {
        Path home = Path.of(System.getProperty("asterism.home", "."))
                .toAbsolutePath()
                .normalize();
        String given = flags.confFile();
        Path file = given == null ? home.resolve("etc/asterisk.conf") : Path.of(given);
        try {
            return AsteriskConf.read(file, home);
        } catch (ConfigException e) {
            if (e.reason() != ConfigException.Reason.MISSING) {
                throw e;
            }
            if (given != null) {
                System.err.println(
                        "Unable to open specified master config file '" + given + "', using built-in defaults");
            }
            return AsteriskConf.defaults(home.resolve("etc/asterisk.conf"), home);
        }
    }

    private static int runSwitch(AsteriskConf conf, CommandLine flags) {
        int status;
        boolean restart;
        try {
            conf.directories().make();
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return StartupFailed.INITIALIZATION;
        }
        try (PidFile pidFile = PidFile.claim(conf.pidFile())) {
            if (pidFile == null) {
                System.err.println(
                        "Asterism already running on " + conf.controlSocket() + ".  Use 'asterism -r' to connect.");
                return StartupFailed.INITIALIZATION;
            }
            SwitchProcess process = new SwitchProcess(conf, flags);
            status = live(process, flags);
            restart = process.life().restarts();
        } catch (IOException e) {
            System.err.println("The PID file " + conf.pidFile() + " cannot be written: " + e);
            return StartupFailed.INITIALIZATION;
        }
        return restart && status == 0 ? restart() : status;
    }

    private static int restart() {
        Verbose.say(0, "Restarting Asterism");
        Log.process().flush(LAST_LINES_MS);
        try {
            ReExecution.run();
            return 0;
        } catch (IOException e) {
            LOG.error("Asterism ended, but cannot be started anew from within", e);
            return StartupFailed.INITIALIZATION;
        }
    }

    private static int live(SwitchProcess process, CommandLine flags) {
        ProcessLife life = process.life();
        Signals.on("TERM", Runnable::run, () -> life.end(LifeEvent.END_NOW, false));
        Signals.on("INT", Runnable::run, () -> life.end(LifeEvent.END_NOW, false));
        Signals.on(
                "HUP",
                task -> Thread.ofPlatform().name("reload").start(task),
                () -> process.switchboard().cli().run("core reload", _ -> {}));
        int status = 0;
        try {
            process.start();
            ready(flags);
            process.startConsole();
            life.awaitEnding();
        } catch (StartupFailed e) {
            LOG.error("{}", e.getMessage());
            LOG.error("Module initialization failed.  ASTERISM EXITING!");
            Log.process().flush(LAST_LINES_MS);
            status = e.exitStatus();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        process.stop();
        return status;
    }

    /** Tells whoever started us that we are ready; in the background, the launcher goes when the streams are closed. */
    private static void ready(CommandLine flags) {
        System.out.println(READY);
        if (flags.mode() == CommandLine.Mode.SWITCH && Boolean.getBoolean(BACKGROUND)) {
            Log.process().flush(LAST_LINES_MS);
            Log.process().detachErrorStream();
            System.out.flush();
            for (FileDescriptor each : List.of(FileDescriptor.out, FileDescriptor.err)) {
                try (FileOutputStream stream = new FileOutputStream(each)) {
                    stream.flush();
                } catch (IOException e) {
                    LOG.debug("Closing a standard stream: {}", e.toString());
                }
            }
        }
    }
}
