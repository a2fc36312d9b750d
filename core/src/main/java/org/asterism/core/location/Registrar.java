package org.asterism.core.location;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The inbound registrar: who is registered where, for how long. A channel driver reads REGISTER requests off the wire, checks
 * credentials, and asks here; it finds the service in {@link org.asterism.core.ServiceDirectory} and refuses registrations
 * while there is none. Nothing but {@link #restore} blocks; {@link #answer} and {@link #find} are called on shards.
 */
public interface Registrar {
    /**
     * Decides about one registration request and, where it is accepted, updates the location table.
     *
     * @param request what was asked
     * @param nowMs   the time, in milliseconds since 1970
     * @return what to answer
     */
    RegistrationAnswer answer(RegistrationRequest request, long nowMs);

    /**
     * Where a device can be reached: at its address, or where {@link Location#node} says so by way of another switch.
     *
     * @param technology such as {@code IAX2}
     * @param name       the peer's name
     * @return its location, or {@code null} when it is not registered
     */
    @Nullable
    Location find(String technology, String name);

    /**
     * Ends a registration as if it had expired.
     *
     * @param technology such as {@code IAX2}
     * @param name       the peer's name
     * @return whether there was one
     */
    boolean unregister(String technology, String name);

    /**
     * Takes over what was stored of devices that are configured, at start-up; those that are registered here already stay where they
     * are. Reads the whole table at once, and waits for the disk.
     *
     * @param technology such as {@code IAX2}
     * @param configured gives the name of a device as the configuration has it, which is kept; {@code null} for one that is unknown
     *     or cannot register
     * @param nowMs      the time, in milliseconds since 1970
     * @param restored   is given each location
     */
    void restore(
            String technology, Function<String, @Nullable String> configured, long nowMs, Consumer<Location> restored);

    /**
     * Visits the locations of a technology that are registered here, in no order.
     *
     * @param technology such as {@code IAX2}
     * @param visitor    is given each
     */
    void forEach(String technology, Consumer<Location> visitor);

    /**
     * Has a listener told of every change of location: new, moved, gone; not of refreshes. Called on the thread that caused
     * it, so it must not block.
     *
     * @param listener is told
     * @return closes the subscription
     */
    Runnable subscribe(Consumer<LocationChange> listener);
}
