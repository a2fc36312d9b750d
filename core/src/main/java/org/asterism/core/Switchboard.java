package org.asterism.core;

import java.time.Instant;
import org.asterism.core.bridge.BridgeRegistry;
import org.asterism.core.channel.CallReports;
import org.asterism.core.channel.ChannelRegistry;
import org.asterism.core.channel.ChannelTechnology;
import org.asterism.core.cli.CliRegistry;
import org.asterism.core.config.ConfigCatalogue;
import org.asterism.core.config.ConfigParser;
import org.asterism.core.db.AstDb;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.Dialplan;
import org.asterism.core.dialplan.DialplanFunction;
import org.asterism.core.dialplan.run.ActiveDialplan;
import org.asterism.core.event.EventBus;
import org.asterism.core.manager.ManagerAction;
import org.asterism.core.net.LoopSettings;
import org.asterism.core.registration.RegistrationBook;
import org.asterism.core.sound.SoundLibrary;

/** The services of one running switch, wired together. */
final class Switchboard implements Pbx {
    private final Directories directories;
    private final String systemName;
    private final ConfigParser config;
    private final ConfigCatalogue catalogue = new ConfigCatalogue();
    private final ChannelRegistry channels;
    private final NamedRegistry<Application> applications = new NamedRegistry<>();
    private final NamedRegistry<DialplanFunction> functions = new NamedRegistry<>();
    private final NamedRegistry<ChannelTechnology> technologies = new NamedRegistry<>();
    private final Dialplan dialplan = new ActiveDialplan(this);
    private final EventBus events = new EventBus();
    private final NamedRegistry<ManagerAction> managerActions = new NamedRegistry<>();
    private final CliRegistry cli = new CliRegistry();
    private final BridgeRegistry bridges = new BridgeRegistry();
    private final SoundLibrary sounds;
    private final AstDb database;
    private final ServiceDirectory services = new ServiceDirectory();
    private final RegistrationBook registrations = new RegistrationBook();
    private final LoopSettings loops;
    private final int maxCalls;
    private volatile boolean draining;
    private volatile boolean endsNow;

    /**
     * @param directories where files are
     * @param systemName  asterisk.conf's, may be empty
     * @param config      reads configuration files
     * @param loops       how event loops move datagrams
     * @param maxCalls    asterisk.conf's, 0 for no limit
     * @param started     when the switch started
     */
    Switchboard(
            Directories directories,
            String systemName,
            ConfigParser config,
            LoopSettings loops,
            int maxCalls,
            Instant started) {
        this.directories = directories;
        this.systemName = systemName;
        this.config = config;
        this.loops = loops;
        this.maxCalls = maxCalls;
        this.database = AstDb.open(directories.db().resolve("astdb.sqlite3"));
        this.sounds = new SoundLibrary(directories);
        this.channels = new ChannelRegistry(systemName, started.getEpochSecond());
        channels.subscribe(new CallReports(events));
    }

    @Override
    public Directories directories() {
        return directories;
    }

    @Override
    public String systemName() {
        return systemName;
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
    public SoundLibrary sounds() {
        return sounds;
    }

    @Override
    public LoopSettings loops() {
        return loops;
    }

    @Override
    public BridgeRegistry bridges() {
        return bridges;
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
        return !draining && (maxCalls == 0 || channels.count() < maxCalls);
    }

    @Override
    public boolean endsNow() {
        return endsNow;
    }

    @Override
    public AstDb database() {
        return database;
    }

    @Override
    public RegistrationBook registrations() {
        return registrations;
    }

    @Override
    public ServiceDirectory services() {
        return services;
    }

    /** {@return asterisk.conf's maxcalls, 0 for no limit} */
    int maxCalls() {
        return maxCalls;
    }

    /**
     * Refuses new calls, or takes them again.
     *
     * @param refuse whether to
     */
    void draining(boolean refuse) {
        draining = refuse;
    }

    /** Says that the process ends without waiting for anybody. */
    void endNow() {
        endsNow = true;
    }
}
