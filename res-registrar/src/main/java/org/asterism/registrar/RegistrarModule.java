package org.asterism.registrar;

import java.nio.file.Files;
import java.util.Objects;
import org.asterism.core.HostName;
import org.asterism.core.Pbx;
import org.asterism.core.config.ConfigCatalogue;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.event.Event;
import org.asterism.core.event.EventBus;
import org.asterism.core.event.EventClass;
import org.asterism.core.location.Location;
import org.asterism.core.location.LocationChange;
import org.asterism.core.location.Registrar;
import org.asterism.core.module.LoadPriority;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleDeclined;
import org.asterism.core.module.ModuleInfo;
import org.asterism.registrar.redis.RedisLocationStore;
import org.asterism.registrar.redis.RedisSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code res_registrar}: without it a switch registers nobody. */
@ModuleInfo(name = "res_registrar", description = "Inbound Registrar", priority = LoadPriority.CHANNEL_DEPENDENCY)
public final class RegistrarModule implements LoadableModule {
    private static final Logger LOG = LoggerFactory.getLogger(RegistrarModule.class);

    private final Feeds feeds = new Feeds();
    private final TarPit tarPit = new TarPit(TarPit.Settings.OFF);
    private @Nullable Pbx pbx;
    private @Nullable LocationStore store;
    private @Nullable Thread expiry;
    private @Nullable RedisSettings sharing;

    /** Creates a module that is not loaded. */
    public RegistrarModule() {}

    @Override
    public void load(ModuleContext context) throws ModuleDeclined {
        ConfigCatalogue.Registration options =
                context.pbx().configCatalogue().register(RegistrarOptions.GENERAL, RegistrarOptions.REDIS);
        context.onUnload(options::close);
        RegistrarOptions configured = read(context.pbx());
        LocationTable table = open(context, configured.redis());
        tarPit.settings(configured.tarPit());
        context.register(new TarPitCommand(tarPit).command());
        feeds.apply(configured.feeds());
        pbx = context.pbx();
        sharing = configured.redis();
        EventBus events = context.pbx().events();
        table.subscribe(change -> {
            Event event = event(change);
            if (event != null) {
                events.publish(event);
            }
        });
        table.subscribe(feeds);
        context.register(feeds.command());
        context.provide(Registrar.class, table);
        expiry = Thread.ofVirtual().name("registrar-expiry").start(() -> expire(table));
    }

    private LocationTable open(ModuleContext context, @Nullable RedisSettings redis) throws ModuleDeclined {
        if (redis == null) {
            LocationStore opened = new AstDbLocationStore(context.pbx().database());
            store = opened;
            return new LocationTable(opened, false, tarPit);
        }
        try {
            RedisLocationStore opened = RedisLocationStore.open(redis);
            store = opened;
            LocationTable table = new LocationTable(opened, redis.direct(), tarPit);
            opened.follow(table);
            context.register(new NodesCommand(opened, table).command());
            return table;
        } catch (IllegalArgumentException e) {
            throw new ModuleDeclined(
                    RegistrarOptions.FILE
                            + ": [redis] uri cannot be used: expected redis://[user:password@]host[:port][/database]",
                    e);
        }
    }

    @Override
    public void unload() {
        Thread thread = expiry;
        if (thread != null) {
            thread.interrupt();
        }
        LocationStore opened = store;
        if (opened != null) {
            opened.close();
        }
        feeds.close();
    }

    @Override
    public boolean reloadable() {
        return true;
    }

    @Override
    public void reload() throws ModuleDeclined {
        Pbx loadedIn = pbx;
        if (loadedIn != null) {
            RegistrarOptions configured = read(loadedIn);
            if (!Objects.equals(configured.redis(), sharing)) {
                LOG.warn("{}: backend and [redis] count from the next start on", RegistrarOptions.FILE);
            }
            feeds.apply(configured.feeds());
            tarPit.settings(configured.tarPit());
        }
    }

    private static RegistrarOptions read(Pbx pbx) throws ModuleDeclined {
        if (!Files.exists(pbx.directories().etc().resolve(RegistrarOptions.FILE))) {
            return RegistrarOptions.DEFAULTS;
        }
        try {
            ConfigFile file = pbx.config().parse(RegistrarOptions.FILE);
            file.problems().forEach(problem -> problem.log(LOG));
            String name = pbx.systemName().isEmpty() ? HostName.get() : pbx.systemName();
            return RegistrarOptions.read(file, pbx.directories().log(), name);
        } catch (ConfigException | IllegalArgumentException e) {
            throw new ModuleDeclined(e.getMessage() == null ? RegistrarOptions.FILE : e.getMessage(), e);
        }
    }

    private static void expire(LocationTable table) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(table.expire(System.currentTimeMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The PeerStatus event that Asterisk's manager interface has for each change; none where another switch has told it. */
    private static @Nullable Event event(LocationChange change) {
        Location location = change.location();
        String peer = location.technology() + "/" + location.name();
        return switch (change.kind()) {
            case TAKEN_OVER -> null;
            case REGISTERED ->
                Event.of(
                        "PeerStatus",
                        EventClass.SYSTEM,
                        "ChannelType",
                        location.technology(),
                        "Peer",
                        peer,
                        "PeerStatus",
                        "Registered",
                        "Address",
                        location.host());
            case RELEASED ->
                Event.of(
                        "PeerStatus",
                        EventClass.SYSTEM,
                        "ChannelType",
                        location.technology(),
                        "Peer",
                        peer,
                        "PeerStatus",
                        "Unregistered");
            case EXPIRED ->
                Event.of(
                        "PeerStatus",
                        EventClass.SYSTEM,
                        "ChannelType",
                        location.technology(),
                        "Peer",
                        peer,
                        "PeerStatus",
                        "Unregistered",
                        "Cause",
                        "Expired");
        };
    }
}
