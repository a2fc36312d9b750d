package org.asterism.core.net;

import java.net.InetAddress;
import java.util.List;

/**
 * What became of looking a host name up.
 *
 * @param name         what was asked
 * @param addresses    in order of preference; empty if there are none
 * @param validUntilMs when to ask again, in ms of the resolver's clock
 * @param problem      why there are no addresses; empty if there are
 */
public record Resolution(String name, List<InetAddress> addresses, long validUntilMs, String problem) {

    /** Keeps the list from changing. */
    public Resolution {
        addresses = List.copyOf(addresses);
    }

    /** {@return whether there is an address} */
    public boolean isFound() {
        return !addresses.isEmpty();
    }
}
