package org.asterism.core.location;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where a registered device is.
 *
 * @param technology     such as {@code IAX2}
 * @param name           the peer's name
 * @param address        4 or 16 bytes in network order, as seen by the registrar; not to be changed
 * @param port           its port
 * @param refreshSeconds the granted interval
 * @param expiresAtMs    when it ends unless refreshed, in milliseconds since 1970
 */
public record Location(String technology, String name, byte[] address, int port, int refreshSeconds, long expiresAtMs) {
    /** {@return {@code 192.0.2.7:4569} or {@code [2001:db8::7]:4569}} */
    public String addressAndPort() {
        return (address.length == 16 ? "[" + host() + "]" : host()) + ":" + port;
    }

    /** {@return the address as text, without the port} */
    public String host() {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address of " + address.length + " bytes", e);
        }
    }
}
