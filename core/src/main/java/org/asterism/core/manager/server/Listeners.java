package org.asterism.core.manager.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.asterism.core.manager.config.ManagerConfiguration;
import org.asterism.core.security.PemFiles;
import org.jspecify.annotations.Nullable;

/** The ports that are open, as manager.conf has them. Not thread-safe: its owner guards it. */
final class Listeners {
    /** A port as it is configured: those that stay the same stay open. */
    private record Place(InetSocketAddress address, boolean secured) {}

    private final ManagerListener.Visitors visitors;
    private final Map<Place, ManagerListener> open = new LinkedHashMap<>();

    Listeners(ManagerListener.Visitors visitors) {
        this.visitors = visitors;
    }

    /**
     * Opens what is not open yet and closes what is no longer wanted.
     *
     * @throws IOException a port cannot be opened, or a certificate not be read: what was open is open as before
     */
    void apply(ManagerConfiguration configuration) throws IOException {
        Map<Place, @Nullable SSLContext> wanted = wanted(configuration);
        Map<Place, ManagerListener> obsolete = new LinkedHashMap<>(open);
        obsolete.keySet().removeAll(wanted.keySet());
        obsolete.values().forEach(ManagerListener::close);
        Map<Place, ManagerListener> made = new LinkedHashMap<>();
        try {
            for (Map.Entry<Place, @Nullable SSLContext> each : wanted.entrySet()) {
                if (!open.containsKey(each.getKey())) {
                    made.put(each.getKey(), ManagerListener.open(each.getKey().address(), each.getValue(), visitors));
                }
            }
        } catch (IOException e) {
            made.values().forEach(ManagerListener::close);
            reopen(obsolete, e);
            throw e;
        }
        open.keySet().removeAll(obsolete.keySet());
        open.putAll(made);
        wanted.forEach((place, context) -> {
            ManagerListener listener = open.get(place);
            if (listener != null) {
                listener.tls(context);
            }
        });
    }

    private void reopen(Map<Place, ManagerListener> closed, IOException cause) {
        for (Map.Entry<Place, ManagerListener> each : closed.entrySet()) {
            Place place = each.getKey();
            open.remove(place);
            try {
                open.put(
                        place,
                        ManagerListener.open(place.address(), each.getValue().tls(), visitors));
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    private static Map<Place, @Nullable SSLContext> wanted(ManagerConfiguration configuration) throws IOException {
        Map<Place, @Nullable SSLContext> wanted = new LinkedHashMap<>();
        if (configuration.enabled()) {
            wanted.put(new Place(configuration.address(), false), null);
            ManagerConfiguration.Tls tls = configuration.tls();
            if (tls != null) {
                wanted.put(new Place(tls.address(), true), PemFiles.serverContext(tls.certificate(), tls.privateKey()));
            }
        }
        return wanted;
    }

    /** {@return where clients can connect, in clear first} */
    List<InetSocketAddress> addresses() {
        return open.values().stream().map(ManagerListener::address).toList();
    }

    /** Closes all. */
    void close() {
        open.values().forEach(ManagerListener::close);
        open.clear();
    }
}
