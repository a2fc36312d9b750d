package org.asterism.outreg.sip.transport;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.asterism.outreg.sip.config.TransportSettings;
import org.asterism.outreg.sip.message.HostPort;

/** What Via and Contact say of us to a remote. */
final class LocalAddress {
    private LocalAddress() {}

    /**
     * The address to be reached at.
     *
     * @param settings the transport
     * @param local    where it is bound
     * @param remote   who shall read it
     * @throws IOException there is no route to the remote
     */
    static HostPort advertised(TransportSettings settings, InetSocketAddress local, InetSocketAddress remote)
            throws IOException {
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
