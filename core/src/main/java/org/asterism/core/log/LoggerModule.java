package org.asterism.core.log;

import java.util.List;
import java.util.Locale;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.config.ConfigCatalogue;
import org.asterism.core.config.ConfigException;
import org.asterism.core.module.LoadPriority;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleDeclined;
import org.asterism.core.module.ModuleInfo;

/** The log as a part of core that can be reloaded, and the {@code logger} commands. */
@ModuleInfo(name = "logger", description = "Logger", priority = LoadPriority.CORE)
public final class LoggerModule implements LoadableModule {
    private static final String ROW = "%-35.35s %-8.8s %-10s %-9s %s";

    private final Log log;
    private final LogConfiguration configuration;

    /**
     * @param log           what the commands are about
     * @param configuration reads logger.conf; has done so once
     */
    public LoggerModule(Log log, LogConfiguration configuration) {
        this.log = log;
        this.configuration = configuration;
    }

    @Override
    public void load(ModuleContext context) {
        ConfigCatalogue.Registration documented =
                context.pbx().configCatalogue().register(LogSettings.GENERAL);
        context.onUnload(documented::close);
        context.register(
                new DeclaredCommand("logger show channels", "List configured log channels", """
                    Usage: logger show channels
                           Lists where log lines of which levels go.\
                    """, this::showChannels));
        context.register(
                new DeclaredCommand("logger show levels", "List configured log levels", """
                    Usage: logger show levels
                           Lists the levels that logger.conf may name.\
                    """, this::showLevels));
        context.register(new DeclaredCommand("logger reload", "Reopens the log files", """
            Usage: logger reload
                   Reads logger.conf again and opens the log files anew.\
            """, this::reload));
        context.register(new DeclaredCommand("logger rotate", "Rotates and reopens the log files", """
            Usage: logger rotate
                   Begins new log files; what becomes of the old ones, rotatestrategy
                   of logger.conf says.\
            """, this::rotate));
        context.register(new DeclaredCommand(
                "logger set level {DEBUG|TRACE|NOTICE|WARNING|ERROR|VERBOSE|DTMF|SECURITY} {on|off}",
                "Shows or hides a log level on consoles",
                """
                Usage: logger set level <level> {on|off}
                       Shows or hides lines of a level on consoles; files are not affected.\
                """,
                this::setLevel));
    }

    @Override
    public boolean reloadable() {
        return true;
    }

    @Override
    public void reload() throws ModuleDeclined {
        try {
            configuration.reload();
        } catch (ConfigException e) {
            throw new ModuleDeclined(String.valueOf(e.getMessage()), e);
        }
    }

    private CliResult showChannels(CliRequest request) {
        LogSettings settings = log.settings();
        request.println("Logger queue limit: " + log.queueLimit());
        request.println("");
        request.printf(ROW, "Channel", "Type", "Formatter", "Status", "Configuration");
        request.printf(ROW, "-------", "----", "---------", "------", "-------------");
        for (LogChannel channel : settings.channels()) {
            StringBuilder levels = new StringBuilder(" - ");
            for (LogLevel level : LogLevel.values()) {
                if (channel.levels().contains(level)) {
                    levels.append(level).append(' ');
                }
            }
            request.printf(
                    ROW,
                    channel.console() ? "" : settings.directory().resolve(channel.name()),
                    channel.console() ? "Console" : "File",
                    "default",
                    "Enabled",
                    levels);
        }
        request.println("");
        return CliResult.SUCCESS;
    }

    private CliResult showLevels(CliRequest request) {
        request.println("Level Name");
        request.println("----- ----");
        for (LogLevel level : LogLevel.values()) {
            request.printf("%5d %s", level.number(), level);
        }
        request.println("");
        return CliResult.SUCCESS;
    }

    private CliResult reload(CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        try {
            configuration.reload();
            return CliResult.SUCCESS;
        } catch (ConfigException e) {
            request.println(String.valueOf(e.getMessage()));
            return CliResult.FAILURE;
        }
    }

    private CliResult rotate(CliRequest request) {
        log.rotate();
        return CliResult.SUCCESS;
    }

    private CliResult setLevel(CliRequest request) {
        List<String> words = request.words();
        LogLevel level = LogLevel.valueOf(words.get(3).toUpperCase(Locale.ROOT));
        String state = words.get(4).toLowerCase(Locale.ROOT);
        log.showOnConsoles(level, state.equals("on"));
        request.println("Logger status for '" + level + "' has been set to '" + state + "'.");
        return CliResult.SUCCESS;
    }
}
