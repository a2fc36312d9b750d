package org.asterism.outreg.sip.transport;

import java.net.InetSocketAddress;
import org.asterism.outreg.sip.message.HostPort;
import org.asterism.outreg.sip.message.Protocol;

/**
 * The way to one remote that a message takes or took: which transport, from where, to where. The same hop means the same
 * connection where there are connections.
 *
 * @param transport  name of the configured transport
 * @param protocol   what it speaks
 * @param advertised what Via and Contact must say of us on this way: behind NAT the external address
 * @param remote     the other end
 * @param connection number of the connection, 0 for UDP
 */
public record Hop(String transport, Protocol protocol, HostPort advertised, InetSocketAddress remote, long connection) {
    /** {@return such as {@code UDP:192.0.2.1:5060}, as the message logger writes it} */
    @Override
    public String toString() {
        return protocol + ":" + AddressFormat.of(remote);
    }
}
