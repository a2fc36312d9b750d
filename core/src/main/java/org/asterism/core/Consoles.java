package org.asterism.core;

import java.io.IOException;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.asterism.core.cli.console.ConsoleService;
import org.asterism.core.cli.console.ConsoleSettings;
import org.asterism.core.cli.console.LocalConsole;
import org.asterism.core.cli.console.RemoteConsoleServer;
import org.asterism.core.log.Log;
import org.asterism.core.module.StartupFailed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The consoles of a running switch: the one on its terminal, where it has one, and the door for remote ones. */
final class Consoles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Consoles.class);

    private final RemoteConsoleServer server;
    private final @Nullable LocalConsole local;

    private Consoles(RemoteConsoleServer server, @Nullable LocalConsole local) {
        this.server = server;
        this.local = local;
    }

    /**
     * Opens them; commands can be run from now on.
     *
     * @param onInterrupt is run at Ctrl-C on the local one
     * @throws StartupFailed the control socket cannot be made
     */
    static Consoles open(AsteriskConf conf, CommandLine flags, Switchboard switchboard, Runnable onInterrupt)
            throws StartupFailed {
        ConsoleService service = new ConsoleService(
                switchboard.cli(),
                Log.process()::attach,
                HostName.get(),
                switchboard.systemName(),
                conf.options().get(AsteriskConf.HIDE_CONNECT));
        RemoteConsoleServer server;
        try {
            server = RemoteConsoleServer.open(conf.controlSocket(), permissions(conf), service);
        } catch (IOException e) {
            throw new StartupFailed(StartupFailed.INITIALIZATION, String.valueOf(e.getMessage()));
        }
        LocalConsole local = flags.mode() == CommandLine.Mode.CONSOLE
                ? LocalConsole.open(service, settings(conf, flags), onInterrupt)
                : null;
        return new Consoles(server, local);
    }

    /** {@return how consoles of this process behave} */
    static ConsoleSettings settings(AsteriskConf conf, CommandLine flags) {
        boolean quiet = flags.quiet() || conf.options().get(AsteriskConf.QUIET);
        int atStart = flags.remote() ? 0 : conf.options().get(AsteriskConf.VERBOSE);
        return new ConsoleSettings(
                quiet ? 0 : Math.max(flags.verbose(), atStart),
                flags.debug(),
                !flags.noColours() && !conf.options().get(AsteriskConf.NO_COLOR));
    }

    /** Begins to take lines from the local console, where there is one. */
    void start() {
        if (local != null) {
            Thread.ofPlatform().daemon().name("console").start(local::run);
        }
    }

    @Override
    public void close() {
        server.close();
        if (local != null) {
            local.close();
        }
    }

    private static Set<PosixFilePermission> permissions(AsteriskConf conf) {
        String octal = conf.files().get(AsteriskConf.CONTROL_PERMISSIONS);
        if (!octal.matches("0?[0-7]{3}")) {
            LOG.warn("astctlpermissions '{}' of {} is no octal mode such as 0660; it is 0600 now", octal, conf.file());
            return RemoteConsoleServer.OWNER_ONLY;
        }
        int bits = Integer.parseInt(octal, 8);
        Set<PosixFilePermission> mode = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] highestFirst = PosixFilePermission.values();
        for (int i = 0; i < highestFirst.length; i++) {
            if ((bits >> (highestFirst.length - 1 - i) & 1) != 0) {
                mode.add(highestFirst[i]);
            }
        }
        return mode;
    }
}
