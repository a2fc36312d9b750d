package org.asterism.registrar;

import org.asterism.core.location.Location;
import org.asterism.core.net.PeerAddress;

/** One row of the location table. Guarded by the table's entry lock; {@link #expiresAtMs} is also read by the expiry thread. */
final class Registration {
    private final String name;
    private PeerAddress address;
    private int refreshSeconds;
    private volatile long expiresAtMs;

    Registration(String name, PeerAddress address, int refreshSeconds, long expiresAtMs) {
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
    boolean refresh(PeerAddress newAddress, int newRefreshSeconds, long newExpiresAtMs) {
        expiresAtMs = newExpiresAtMs;
        if (newRefreshSeconds == refreshSeconds && newAddress.equals(address)) {
            return false;
        }
        address = newAddress;
        refreshSeconds = newRefreshSeconds;
        return true;
    }

    boolean isAt(PeerAddress other) {
        return address.equals(other);
    }

    Location location(String technology) {
        return new Location(technology, name, address, refreshSeconds, expiresAtMs);
    }
}
