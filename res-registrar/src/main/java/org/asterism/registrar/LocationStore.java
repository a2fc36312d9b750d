package org.asterism.registrar;

import java.util.function.BiConsumer;
import org.asterism.core.net.PeerAddress;

/** Keeps locations over a restart. Calls return at once; writing may happen later, within a second. */
public interface LocationStore extends AutoCloseable {
    /**
     * What is kept of a registration.
     *
     * @param address        address and port
     * @param refreshSeconds the granted interval
     */
    record Stored(PeerAddress address, int refreshSeconds) {}

    /**
     * Keeps a registration.
     *
     * @param technology such as {@code IAX2}
     * @param name       the peer's name
     * @param stored     what to keep
     */
    void put(String technology, String name, Stored stored);

    /**
     * A registration was refreshed and is otherwise as it was.
     *
     * @param technology     such as {@code IAX2}
     * @param name           the peer's name
     * @param address        its address, as it was
     * @param refreshSeconds the granted interval, as it was
     */
    default void refresh(String technology, String name, PeerAddress address, int refreshSeconds) {}

    /**
     * Forgets a registration.
     *
     * @param technology such as {@code IAX2}
     * @param name       the peer's name
     */
    void remove(String technology, String name);

    /**
     * Reads all registrations of a technology at once; may block, so it is only called at load time.
     *
     * @param technology such as {@code IAX2}
     * @param visitor    is given the name of each device and what was kept of it
     */
    void forEach(String technology, BiConsumer<String, Stored> visitor);

    /** Writes what waits, within ten seconds, and ends. */
    @Override
    void close();
}
