package org.asterism.outreg.sip.transport;

import java.net.InetSocketAddress;
import org.asterism.outreg.sip.message.Protocol;

/**
 * An address that a request may be sent to.
 *
 * @param protocol   how to speak to it
 * @param address    resolved
 * @param serverName the domain that led there, which a TLS server's certificate must be for (RFC 5922 section 7.1)
 */
public record Target(Protocol protocol, InetSocketAddress address, String serverName) {
    @Override
    public String toString() {
        return protocol + ":" + AddressFormat.of(address);
    }
}
