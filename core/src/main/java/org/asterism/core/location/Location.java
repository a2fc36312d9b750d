package org.asterism.core.location;

import java.net.Inet6Address;
import java.net.InetSocketAddress;

/**
 * Where a registered device is.
 *
 * @param technology     such as {@code IAX2}
 * @param name           the peer's name
 * @param address        its address and port as seen by the registrar, resolved
 * @param refreshSeconds the granted interval
 * @param expiresAtMs    when it ends unless refreshed, in milliseconds since 1970
 */
public record Location(
        String technology, String name, InetSocketAddress address, int refreshSeconds, long expiresAtMs) {
    /** {@return {@code 192.0.2.7:4569} or {@code [2001:db8::7]:4569}} */
    public String addressAndPort() {
        return (address.getAddress() instanceof Inet6Address ? "[" + host() + "]" : host()) + ":" + address.getPort();
    }

    /** {@return the address as text, without the port} */
    public String host() {
        return address.getAddress().getHostAddress();
    }
}
