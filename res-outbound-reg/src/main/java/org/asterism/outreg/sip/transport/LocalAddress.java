package org.asterism.outreg.sip.transport;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.asterism.outreg.sip.config.TransportSettings;
import org.asterism.outreg.sip.message.HostPort;

/** What Via and Contact say of a transport to each remote. Any thread. */
final class LocalAddress {
    /** Routes change, but not for each message. */
    private static final long VALID_NS = TimeUnit.SECONDS.toNanos(10);

    private static final int MAX_KNOWN = 4096;

    private final TransportSettings settings;
    private final InetSocketAddress local;
    private final Map<InetAddress, Known> known = new ConcurrentHashMap<>();

    private record Known(HostPort advertised, long sinceNs) {}

    /**
     * For one transport.
     *
     * @param settings the transport
     * @param local    where it is bound
     */
    LocalAddress(TransportSettings settings, InetSocketAddress local) {
        this.settings = settings;
        this.local = local;
    }

    /**
     * The address to be reached at.
     *
     * @param remote who shall read it
     * @throws IOException there is no route to the remote
     */
    HostPort advertisedTo(InetSocketAddress remote) throws IOException {
        InetAddress address = remote.getAddress();
        long nowNs = System.nanoTime();
        Known last = known.get(address);
        if (last != null && nowNs - last.sinceNs < VALID_NS) {
            return last.advertised;
        }
        HostPort found = find(remote);
        if (known.size() >= MAX_KNOWN) {
            known.clear();
        }
        known.put(address, new Known(found, nowNs));
        return found;
    }

    private HostPort find(InetSocketAddress remote) throws IOException {
        if (!settings.isLocal(remote.getAddress())) {
            int port = settings.externalPort() == 0 ? local.getPort() : settings.externalPort();
            return new HostPort(bracketed(settings.externalHost()), port);
        }
        InetAddress bound = local.getAddress();
        InetAddress address = bound.isAnyLocalAddress() ? source(remote) : bound;
        return new HostPort(AddressFormat.host(address), local.getPort());
    }

    /** The address from which the system would send there; nothing is sent. */
    private static InetAddress source(InetSocketAddress remote) throws IOException {
        try (DatagramSocket probe = new DatagramSocket()) {
            probe.connect(remote);
            return probe.getLocalAddress();
        }
    }

    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
