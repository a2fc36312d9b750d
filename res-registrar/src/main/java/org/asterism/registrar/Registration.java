package org.asterism.registrar;

import java.net.InetSocketAddress;
import org.asterism.core.location.Location;

/** One row of the location table. Guarded by the table's entry lock; {@link #expiresAtMs} is also read by the expiry thread. */
final class Registration {
    private final String name;
    private InetSocketAddress address;
    private int refreshSeconds;
    private volatile long expiresAtMs;

    Registration(String name, InetSocketAddress address, int refreshSeconds, long expiresAtMs) {
        this.name = name;
        this.address = address;
        this.refreshSeconds = refreshSeconds;
        this.expiresAtMs = expiresAtMs;
    }

    String name() {
        return name;
    }

    long expiresAtMs() {
        return expiresAtMs;
    }

    /**
     * Takes a refresh over.
     *
     * @return whether what is stored on disk has changed: the address or the granted interval
     */
    boolean refresh(InetSocketAddress newAddress, int newRefreshSeconds, long newExpiresAtMs) {
        expiresAtMs = newExpiresAtMs;
        if (newRefreshSeconds == refreshSeconds && newAddress.equals(address)) {
            return false;
        }
        address = newAddress;
        refreshSeconds = newRefreshSeconds;
        return true;
    }

    boolean isAt(InetSocketAddress other) {
        return address.equals(other);
    }

    Location location(String technology) {
        return new Location(technology, name, address, refreshSeconds, expiresAtMs);
    }
}
