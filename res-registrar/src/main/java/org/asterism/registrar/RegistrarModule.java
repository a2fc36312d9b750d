package org.asterism.registrar;

import org.asterism.core.event.Event;
import org.asterism.core.event.EventBus;
import org.asterism.core.event.EventClass;
import org.asterism.core.location.Location;
import org.asterism.core.location.LocationChange;
import org.asterism.core.location.Registrar;
import org.asterism.core.module.LoadPriority;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;
import org.jspecify.annotations.Nullable;

/** {@code res_registrar}: without it a switch registers nobody. */
@ModuleInfo(name = "res_registrar", description = "Inbound Registrar", priority = LoadPriority.CHANNEL_DEPENDENCY)
public final class RegistrarModule implements LoadableModule {
    private @Nullable AstDbLocationStore store;
    private @Nullable Thread expiry;

    /** Creates a module that is not loaded. */
    public RegistrarModule() {}

    @Override
    public void load(ModuleContext context) {
        AstDbLocationStore opened = new AstDbLocationStore(context.pbx().database());
        LocationTable table = new LocationTable(opened);
        EventBus events = context.pbx().events();
        table.subscribe(change -> events.publish(event(change)));
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
