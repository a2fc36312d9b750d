package org.asterism.registrar;

import java.util.function.BiConsumer;
import org.asterism.core.location.Location;

/** What a store that several switches share tells the location table. Any thread. */
public interface SharedChanges {
    /** What {@link #heldUntilMs} says of a device that is not registered here. */
    long NOT_HELD = -1;

    /**
     * Until when a device is registered here: which says, handed back, whether it has refreshed meanwhile.
     *
     * @param technology such as {@code IAX2}
     * @param name       the peer's name
     * @return milliseconds since 1970, or {@link #NOT_HELD}
     */
    long heldUntilMs(String technology, String name);

    /**
     * A device is registered at another switch. Where it is registered here and has not refreshed since, it is not any longer.
     *
     * @param location    where, with the name of the switch
     * @param heldUntilMs what {@link #heldUntilMs} said when this was found out
     */
    void elsewhere(Location location, long heldUntilMs);

    /**
     * A device is not registered at another switch any longer.
     *
     * @param technology such as {@code IAX2}
     * @param name       the peer's name
     * @param node       where it was
     */
    void goneElsewhere(String technology, String name, String node);

    /**
     * Visits all that is registered here.
     *
     * @param visitor is given technology and location
     */
    void forEachHere(BiConsumer<String, Location> visitor);
}
