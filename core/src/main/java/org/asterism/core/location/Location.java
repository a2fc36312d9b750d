package org.asterism.core.location;

import org.asterism.core.net.PeerAddress;

/**
 * Where a registered device is.
 *
 * @param technology     such as {@code IAX2}
 * @param name           the peer's name
 * @param address        its address and port as seen by the registrar
 * @param refreshSeconds the granted interval
 * @param expiresAtMs    when it ends unless refreshed, in milliseconds since 1970
 * @param node           the switch that must be asked to reach it, where several share their registrations; empty when the
 *                       address can be called from here
 */
public record Location(
        String technology, String name, PeerAddress address, int refreshSeconds, long expiresAtMs, String node) {
    /**
     * A device that can be called from here.
     *
     * @param technology     see above
     * @param name           see above
     * @param address        see above
     * @param refreshSeconds see above
     * @param expiresAtMs    see above
     */
    public Location(String technology, String name, PeerAddress address, int refreshSeconds, long expiresAtMs) {
        this(technology, name, address, refreshSeconds, expiresAtMs, "");
    }

    /** {@return this location as one whose address can be called from here} */
    public Location withoutNode() {
        return new Location(technology, name, address, refreshSeconds, expiresAtMs);
    }

    /** {@return {@code 192.0.2.7:4569} or {@code [2001:db8::7]:4569}} */
    public String addressAndPort() {
        return address.toString();
    }

    /** {@return the address as text, without the port} */
    public String host() {
        return address.host();
    }
}
