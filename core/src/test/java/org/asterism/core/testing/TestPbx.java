package org.asterism.core.testing;

import java.nio.file.Path;
import java.util.List;
import org.asterism.core.Directories;
import org.asterism.core.NamedRegistry;
import org.asterism.core.Pbx;
import org.asterism.core.ServiceDirectory;
import org.asterism.core.bridge.BridgeRegistry;
import org.asterism.core.channel.ChannelRegistry;
import org.asterism.core.channel.ChannelTechnology;
import org.asterism.core.cli.CliRegistry;
import org.asterism.core.config.ConfigCatalogue;
import org.asterism.core.config.ConfigParser;
import org.asterism.core.config.ConfigSource;
import org.asterism.core.db.AstDb;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.Dialplan;
import org.asterism.core.dialplan.DialplanFunction;
import org.asterism.core.dialplan.builtin.Builtins;
import org.asterism.core.dialplan.run.ActiveDialplan;
import org.asterism.core.event.EventBus;
import org.asterism.core.manager.ManagerAction;
import org.asterism.core.registration.RegistrationBook;
import org.asterism.core.sound.SoundLibrary;
import org.jspecify.annotations.Nullable;

/** The services of a switch whose files are in one folder of a test. */
public final class TestPbx implements Pbx {
    private final Directories directories;
    private final SoundLibrary sounds;
    private final Dialplan dialplan;
    private final ConfigParser config;
    private final ChannelRegistry channels = new ChannelRegistry("", 1_700_000_000L);
    private final NamedRegistry<Application> applications = new NamedRegistry<>();
    private final NamedRegistry<DialplanFunction> functions = new NamedRegistry<>();
    private final NamedRegistry<ChannelTechnology> technologies = new NamedRegistry<>();
    private final ConfigCatalogue catalogue = new ConfigCatalogue();
    private final EventBus events = new EventBus();
    private final NamedRegistry<ManagerAction> managerActions = new NamedRegistry<>();
    private final CliRegistry cli = new CliRegistry();
    private final BridgeRegistry bridges = new BridgeRegistry();
    private final ServiceDirectory services = new ServiceDirectory();
    private final RegistrationBook registrations = new RegistrationBook();
    private @Nullable AstDb database;

    /**
     * @param folder where all its files are
     */
    public TestPbx(Path folder) {
        directories =
                new Directories(folder, folder, folder, folder, folder, folder, folder, folder, folder.resolve("log"));
        config = new ConfigParser(ConfigSource.disk(), directories.etc());
        sounds = new SoundLibrary(List.of(folder.resolve("sounds")));
        this.dialplan = new ActiveDialplan(this);
        Builtins.register(this);
    }

    @Override
    public Directories directories() {
        return directories;
    }

    @Override
    public String systemName() {
        return "";
    }

    @Override
    public ConfigParser config() {
        return config;
    }

    @Override
    public ConfigCatalogue configCatalogue() {
        return catalogue;
    }

    @Override
    public ChannelRegistry channels() {
        return channels;
    }

    @Override
    public NamedRegistry<Application> applications() {
        return applications;
    }

    @Override
    public NamedRegistry<DialplanFunction> functions() {
        return functions;
    }

    @Override
    public NamedRegistry<ChannelTechnology> technologies() {
        return technologies;
    }

    @Override
    public Dialplan dialplan() {
        return dialplan;
    }

    @Override
    public synchronized AstDb database() {
        AstDb opened = database;
        if (opened == null) {
            opened = AstDb.open(directories.db().resolve("astdb.sqlite3"));
            database = opened;
        }
        return opened;
    }

    @Override
    public EventBus events() {
        return events;
    }

    @Override
    public NamedRegistry<ManagerAction> managerActions() {
        return managerActions;
    }

    @Override
    public CliRegistry cli() {
        return cli;
    }

    @Override
    public boolean acceptsCalls() {
        return true;
    }

    @Override
    public boolean endsNow() {
        return false;
    }

    @Override
    public SoundLibrary sounds() {
        return sounds;
    }

    @Override
    public BridgeRegistry bridges() {
        return bridges;
    }

    @Override
    public RegistrationBook registrations() {
        return registrations;
    }

    @Override
    public ServiceDirectory services() {
        return services;
    }
}
