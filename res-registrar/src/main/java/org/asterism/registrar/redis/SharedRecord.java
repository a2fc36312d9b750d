package org.asterism.registrar.redis;

import org.asterism.core.net.PeerAddress;
import org.asterism.registrar.LocationStore.Stored;
import org.jspecify.annotations.Nullable;

/**
 * What switches tell each other of a device, as text: {@code node TAB address:port TAB seconds}. The same text is the value of its key.
 *
 * @param node   where it is registered
 * @param stored where it is, for how long
 */
record SharedRecord(String node, Stored stored) {
    private static final String SEPARATOR = "\t";

    String text() {
        return node + SEPARATOR + stored.address() + SEPARATOR + stored.refreshSeconds();
    }

    /** {@return the record, or null when the text is none} */
    static @Nullable SharedRecord parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        if (parts.length != 3 || parts[0].isEmpty()) {
            return null;
        }
        try {
            int colon = parts[1].lastIndexOf(':');
            String host = parts[1].substring(0, colon).replace("[", "").replace("]", "");
            PeerAddress address = PeerAddress.of(host, Integer.parseInt(parts[1].substring(colon + 1)));
            return new SharedRecord(parts[0], new Stored(address, Integer.parseInt(parts[2])));
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return null;
        }
    }
}
