package org.asterism.registrar;

import java.nio.file.Files;
import java.util.List;
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
import org.asterism.registrar.feed.FeedSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code res_registrar}: without it a switch registers nobody. */
@ModuleInfo(name = "res_registrar", description = "Inbound Registrar", priority = LoadPriority.CHANNEL_DEPENDENCY)
public final class RegistrarModule implements LoadableModule {
    private static final Logger LOG = LoggerFactory.getLogger(RegistrarModule.class);

    private final Feeds feeds = new Feeds();
    private @Nullable Pbx pbx;
    private @Nullable AstDbLocationStore store;
    private @Nullable Thread expiry;

    /** Creates a module that is not loaded. */
    public RegistrarModule() {}

    @Override
    public void load(ModuleContext context) throws ModuleDeclined {
        ConfigCatalogue.Registration options = context.pbx().configCatalogue().register(RegistrarOptions.GENERAL);
        context.onUnload(options::close);
        feeds.apply(configured(context.pbx()));
        pbx = context.pbx();
        AstDbLocationStore opened = new AstDbLocationStore(context.pbx().database());
        LocationTable table = new LocationTable(opened);
        EventBus events = context.pbx().events();
        table.subscribe(change -> events.publish(event(change)));
        table.subscribe(feeds);
        context.register(feeds.command());
        context.provide(Registrar.class, table);
        store = opened;
        expiry = Thread.ofVirtual().name("registrar-expiry").start(() -> expire(table));
    }

    @Override
    public void unload() {
        Thread thread = expiry;
        if (thread != null) {
            thread.interrupt();
        }
        AstDbLocationStore opened = store;
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
            feeds.apply(configured(loadedIn));
        }
    }

    private static List<FeedSettings> configured(Pbx pbx) throws ModuleDeclined {
        if (!Files.exists(pbx.directories().etc().resolve(RegistrarOptions.FILE))) {
            return List.of();
        }
        try {
            ConfigFile file = pbx.config().parse(RegistrarOptions.FILE);
            file.problems().forEach(problem -> problem.log(LOG));
            return RegistrarOptions.feeds(file, pbx.directories().log());
        } catch (ConfigException e) {
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

    /** The PeerStatus event that Asterisk's manager interface has for each change. */
    private static Event event(LocationChange change) {
        Location location = change.location();
        String peer = location.technology() + "/" + location.name();
        return switch (change.kind()) {
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
