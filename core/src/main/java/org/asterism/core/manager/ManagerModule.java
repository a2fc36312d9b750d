package org.asterism.core.manager;

import java.io.IOException;
import java.util.function.Supplier;
import org.asterism.core.Pbx;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.config.ConfigCatalogue;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.event.Event;
import org.asterism.core.manager.action.CoreActions;
import org.asterism.core.manager.command.ManagerCommands;
import org.asterism.core.manager.config.ManagerConfiguration;
import org.asterism.core.manager.config.ManagerConfigurationReader;
import org.asterism.core.manager.server.ManagerServer;
import org.asterism.core.module.LoadPriority;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleDeclined;
import org.asterism.core.module.ModuleInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The manager interface as a part of core that can be reloaded: manager.conf, the server, core's actions, the commands. */
@ModuleInfo(name = "manager", description = "Asterisk Manager Interface", priority = LoadPriority.CORE)
public final class ManagerModule implements LoadableModule {
    private static final Logger LOG = LoggerFactory.getLogger(ManagerModule.class);
    private static final String FILE = "manager.conf";

    private final Supplier<@Nullable Event> fullyBooted;
    private @Nullable ManagerServer server;
    private @Nullable Pbx pbx;

    /**
     * @param fullyBooted the event that new clients get, {@code null} while the switch starts
     */
    public ManagerModule(Supplier<@Nullable Event> fullyBooted) {
        this.fullyBooted = fullyBooted;
    }

    @Override
    public void load(ModuleContext context) {
        Pbx given = context.pbx();
        pbx = given;
        ConfigCatalogue.Registration documented = ManagerConfigurationReader.document(given.configCatalogue());
        context.onUnload(documented::close);
        ManagerServer started = new ManagerServer(given, fullyBooted);
        server = started;
        started.actions().forEach(context::register);
        CoreActions.all(given).forEach(context::register);
        for (CliCommand command : ManagerCommands.all(given, started, this::reload)) {
            context.register(command);
        }
        try {
            reload();
        } catch (ModuleDeclined e) {
            LOG.error("The manager interface is closed: {}", e.getMessage());
        }
    }

    @Override
    public void unload() {
        ManagerServer running = server;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public boolean reloadable() {
        return true;
    }

    @Override
    public void reload() throws ModuleDeclined {
        ManagerServer running = server;
        Pbx known = pbx;
        if (running == null || known == null) {
            return;
        }
        try {
            running.apply(read(known));
        } catch (IOException e) {
            throw new ModuleDeclined(String.valueOf(e.getMessage()), e);
        }
    }

    private static ManagerConfiguration read(Pbx pbx) throws ModuleDeclined {
        ConfigFile file = parse(pbx, FILE);
        if (file == null) {
            return ManagerConfiguration.CLOSED;
        }
        ManagerConfigurationReader reader = new ManagerConfigurationReader(
                parse(pbx, "acl.conf"), pbx.directories().key());
        ManagerConfiguration configuration = reader.read(file);
        reader.problems().forEach(problem -> problem.log(LOG));
        if (reader.problems().stream().anyMatch(problem -> problem.severity() == ConfigProblem.Severity.ERROR)) {
            throw new ModuleDeclined(FILE + " has mistakes, which the log names; mend them and run 'manager reload'");
        }
        return configuration;
    }

    private static @Nullable ConfigFile parse(Pbx pbx, String name) throws ModuleDeclined {
        try {
            return pbx.config().parse(name);
        } catch (ConfigException e) {
            if (e.reason() == ConfigException.Reason.MISSING) {
                return null;
            }
            throw new ModuleDeclined(name + " cannot be used: " + e.getMessage(), e);
        }
    }
}
