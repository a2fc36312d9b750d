package org.asterism.core;

import java.time.InstantSource;
import java.util.List;
import org.asterism.core.cdr.CallDetailRecords;
import org.asterism.core.cdr.CdrModule;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.commands.CoreCommands;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigHelpCommand;
import org.asterism.core.config.ConfigMappingsCommand;
import org.asterism.core.config.ConfigParser;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.config.ConfigSource;
import org.asterism.core.dialplan.builtin.Builtins;
import org.asterism.core.event.Event;
import org.asterism.core.event.EventClass;
import org.asterism.core.log.Log;
import org.asterism.core.log.LogConfiguration;
import org.asterism.core.log.LoggerModule;
import org.asterism.core.manager.ManagerAction;
import org.asterism.core.manager.ManagerModule;
import org.asterism.core.module.BuiltInModules;
import org.asterism.core.module.JarModuleSource;
import org.asterism.core.module.ModuleActions;
import org.asterism.core.module.ModuleCommands;
import org.asterism.core.module.ModuleLoader;
import org.asterism.core.module.ModuleSettings;
import org.asterism.core.module.ModuleSource;
import org.asterism.core.module.StartupFailed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running switch from its first line of configuration to its last log line. */
final class SwitchProcess {
    private static final Logger LOG = LoggerFactory.getLogger(SwitchProcess.class);
    private static final String CORE = "core";

    private final AsteriskConf conf;
    private final CommandLine flags;
    private final Clockwork clockwork = new Clockwork();
    private final Switchboard switchboard;
    private final ProcessLife life;
    private final ModuleLoader loader;
    private @Nullable Consoles consoles;
    private final LogConfiguration logConfiguration;

    SwitchProcess(AsteriskConf conf, CommandLine flags) {
        this.conf = conf;
        this.flags = flags;
        Directories paths = conf.directories().paths();
        ConfigParser config = new ConfigParser(ConfigSource.disk(), paths.etc())
                .withExecIncludes(conf.options().get(AsteriskConf.EXEC_INCLUDES));
        switchboard = new Switchboard(
                paths,
                systemName(conf),
                config,
                conf.loops(),
                conf.options().get(AsteriskConf.MAX_CALLS),
                clockwork.started());
        life = new ProcessLife(switchboard);
        logConfiguration = new LogConfiguration(Log.process(), config, paths.log());
        ModuleSource builtIn = new BuiltInModules(List.of(
                new LoggerModule(Log.process(), logConfiguration),
                new ManagerModule(() -> life.booted() ? clockwork.fullyBooted() : null),
                new CdrModule(new CallDetailRecords(InstantSource.system()))));
        loader = new ModuleLoader(
                switchboard, List.of(builtIn, new JarModuleSource(paths.modules())), InstantSource.system());
    }

    Switchboard switchboard() {
        return switchboard;
    }

    ProcessLife life() {
        return life;
    }

    /**
     * Brings the switch up.
     *
     * @throws StartupFailed it must not start
     */
    void start() throws StartupFailed {
        configureLog();
        conf.problems().forEach(problem -> problem.log(LOG));
        switchboard.configCatalogue().register(ConfiguredDirectories.OPTIONS, AsteriskConf.OPTIONS, AsteriskConf.FILES);
        Builtins.register(switchboard);
        registerCommands(new ProcessCommands(life, loader, clockwork).all());
        registerCommands(new CoreShowCommands(conf, switchboard, clockwork).all());
        registerCommands(new ModuleCommands(loader).all());
        registerActions(new CoreStatusActions(switchboard, clockwork).all());
        registerActions(new ModuleActions(loader, clockwork::reloaded).all());
        registerCommands(List.of(
                new ConfigHelpCommand(switchboard.configCatalogue()),
                new ConfigMappingsCommand(switchboard.config().realtime())));
        registerCommands(CoreCommands.all(switchboard, switchboard.maxCalls(), () -> Uptime.words(clockwork.uptime())));
        switchboard.cli().refuseWhile(() -> life.state() == LifeState.DRAINING || life.state() == LifeState.ENDING);
        switchboard.channels().subscribe(new IdleWatch(life));
        consoles = Consoles.open(conf, flags, switchboard, () -> life.end(LifeEvent.END_NOW, false));
        loader.start(modulesConf());
        life.markBooted();
        loader.markBooted();
        switchboard.events().publish(clockwork.fullyBooted());
    }

    /** Begins to take lines from the console, where there is one. */
    void startConsole() {
        if (consoles != null) {
            consoles.start();
        }
    }

    /** Ends what is running. */
    void stop() {
        switchboard
                .events()
                .publish(Event.of(
                        "Shutdown",
                        EventClass.SYSTEM,
                        "Shutdown",
                        "Cleanly",
                        "Restart",
                        life.restarts() ? "True" : "False"));
        loader.unloadAll();
        if (consoles != null) {
            consoles.close();
        }
        switchboard.database().close();
    }

    private void registerCommands(List<CliCommand> commands) {
        commands.forEach(each -> switchboard.cli().register(each, CORE));
    }

    private void registerActions(List<ManagerAction> actions) {
        actions.forEach(each -> switchboard.managerActions().register(each.name(), each, CORE));
    }

    private void configureLog() {
        Log log = Log.process();
        log.debugLevel(Math.max(flags.debug(), conf.options().get(AsteriskConf.DEBUG)));
        log.timestamps(flags.timestamps() || conf.options().get(AsteriskConf.TIMESTAMP));
        logConfiguration.load();
    }

    private ModuleSettings modulesConf() throws StartupFailed {
        try {
            ConfigSection section = switchboard.config().parse("modules.conf").section("modules");
            if (section == null) {
                throw new StartupFailed(
                        StartupFailed.INITIALIZATION, "'modules.conf' has no section [modules]; add one");
            }
            return ModuleSettings.read(section);
        } catch (ConfigException e) {
            LOG.warn("'modules.conf' invalid or missing.");
            throw new StartupFailed(StartupFailed.INITIALIZATION, String.valueOf(e.getMessage()));
        }
    }

    private static String systemName(AsteriskConf conf) {
        if (conf.options().get(AsteriskConf.AUTO_SYSTEM_NAME)) {
            return HostName.get();
        }
        return conf.options().get(AsteriskConf.SYSTEM_NAME);
    }
}
