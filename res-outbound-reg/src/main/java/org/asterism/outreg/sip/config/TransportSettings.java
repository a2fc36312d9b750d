package org.asterism.outreg.sip.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.asterism.core.config.OptionValues;
import org.asterism.core.security.AccessList;
import org.asterism.outreg.sip.message.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * A {@code type=transport} section of pjsip.conf.
 *
 * @param name            name of the section
 * @param protocol        what it speaks
 * @param bind            where it listens; the port may be 0
 * @param externalHost    {@code external_signaling_address}: what outsiders must be told, empty for none
 * @param externalPort    {@code external_signaling_port}, 0 for that of {@code bind}
 * @param localNets       {@code local_net}: networks whose members are told the real address, as written
 * @param tos             TOS byte
 * @param tls             what TLS needs, {@code null} for other protocols
 * @param tcpKeepAlive    {@code tcp_keepalive_idle_time} and so on, {@code null} when switched off
 * @param allowReload     whether a reload may change it
 * @param options         the section as it was read, for {@code pjsip show transport}
 */
public record TransportSettings(
        String name,
        Protocol protocol,
        InetSocketAddress bind,
        String externalHost,
        int externalPort,
        List<String> localNets,
        int tos,
        @Nullable TlsSettings tls,
        @Nullable TcpKeepAlive tcpKeepAlive,
        boolean allowReload,
        OptionValues options) {

    /**
     * When the system asks whether a silent connection is alive.
     *
     * @param idle     after this long
     * @param interval again after this long
     * @param probes   so many times
     */
    public record TcpKeepAlive(Duration idle, Duration interval, int probes) {}

    /** Keeps the list from changing. */
    public TransportSettings {
        localNets = List.copyOf(localNets);
    }

    /**
     * Whether an address sees us as we are and not behind NAT.
     *
     * @param remote the other end
     * @return true when it lies in a {@code local_net}, and when no external address is set
     */
    public boolean isLocal(InetAddress remote) {
        if (externalHost.isEmpty()) {
            return true;
        }
        AccessList inside = AccessList.NOBODY;
        for (String net : localNets) {
            inside = inside.with(true, net);
        }
        return !localNets.isEmpty() && inside.allows(remote);
    }

    /**
     * Whether another version of the section asks for the same.
     *
     * @param other another version
     * @return true when nothing has to be bound anew
     */
    public boolean sameAs(TransportSettings other) {
        return protocol == other.protocol
                && bind.equals(other.bind)
                && externalHost.equals(other.externalHost)
                && externalPort == other.externalPort
                && localNets.equals(other.localNets)
                && tos == other.tos
                && java.util.Objects.equals(tls, other.tls)
                && java.util.Objects.equals(tcpKeepAlive, other.tcpKeepAlive);
    }
}
