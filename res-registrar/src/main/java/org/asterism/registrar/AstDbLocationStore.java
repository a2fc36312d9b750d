package org.asterism.registrar;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.asterism.core.db.AstDb;
import org.asterism.core.db.AstDbEntry;
import org.asterism.core.db.AstDbException;
import org.asterism.core.net.PeerAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps locations in AstDB as chan_iax2 does: {@code /IAX/Registry/<peer>} is {@code address:port:seconds}. A thread of its own
 * collects changes for {@link #COLLECT_MS}, writes them together and has them committed; when there are so many that writing takes
 * longer, what is written is committed every {@link #COMMIT_MS} meanwhile. So {@code kill -9} loses the changes of a quarter of a
 * second and of the time it takes to write those. Of several changes of one peer that wait the last is written, so what waits is bounded
 * by the number of peers.
 */
final class AstDbLocationStore implements LocationStore {
    /** How long a change waits for others to be written with, in ms. */
    static final int COLLECT_MS = 250;

    /** How long what is written waits at most for its commit, in ms. */
    static final int COMMIT_MS = 250;

    private static final Logger LOG = LoggerFactory.getLogger(AstDbLocationStore.class);

    private static final long COMMIT_NS = TimeUnit.MILLISECONDS.toNanos(COMMIT_MS);
    private static final int RETRY_MS = 5_000;
    private static final int CLOSE_S = 10;
    /** AstDB is held for no longer than these take. */
    private static final int MOST_AT_ONCE = 500;

    private record Device(String technology, String name) {}

    private final AstDb database;
    private final Map<Device, Optional<Stored>> waiting = new ConcurrentHashMap<>();
    /** Says that something waits: at most one permit or two, however many changes there are. */
    private final Semaphore changes = new Semaphore(0);
    /** Ends the pauses of the writer. */
    private final Semaphore closing = new Semaphore(0);

    private final Thread writer;
    private volatile boolean closed;

    AstDbLocationStore(AstDb database) {
        this.database = database;
        this.writer = Thread.ofVirtual().name("location-store").start(this::write);
    }

    @Override
    public void put(String technology, String name, Stored stored) {
        change(new Device(technology, name), Optional.of(stored));
    }

    @Override
    public void remove(String technology, String name) {
        change(new Device(technology, name), Optional.empty());
    }

    @Override
    public void forEach(String technology, BiConsumer<String, Stored> visitor) {
        String family = family(technology);
        for (AstDbEntry entry : database.list(family)) {
            String name = entry.keyWithin(family);
            Stored stored = parse(family, name, entry.value());
            if (stored != null) {
                visitor.accept(name, stored);
            }
        }
    }

    private static @Nullable Stored parse(String family, String name, String text) {
        try {
            int secondsAt = text.lastIndexOf(':');
            int portAt = text.lastIndexOf(':', secondsAt - 1);
            String host = text.substring(0, portAt).replace("[", "").replace("]", "");
            int port = Integer.parseInt(text.substring(portAt + 1, secondsAt));
            return new Stored(PeerAddress.of(host, port), Integer.parseInt(text.substring(secondsAt + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            LOG.warn(
                    "The database has '{}' for /{}/{}, expected address:port:seconds; the registration is not restored",
                    text,
                    family,
                    name);
            return null;
        }
    }

    /** Writes what waits and ends the thread; waits for at most ten seconds. */
    @Override
    public void close() {
        closed = true;
        changes.release();
        closing.release();
        try {
            if (!writer.join(Duration.ofSeconds(CLOSE_S))) {
                LOG.error("{} changes of locations could not be written to the database", waiting.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void change(Device device, Optional<Stored> stored) {
        waiting.put(device, stored);
        if (changes.availablePermits() == 0) {
            changes.release();
        }
    }

    private void write() {
        try {
            while (!closed || !waiting.isEmpty()) {
                changes.acquire();
                pause(COLLECT_MS);
                changes.drainPermits();
                if (!writeAll() && !closed) {
                    pause(RETRY_MS);
                    changes.release();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause(int ms) throws InterruptedException {
        if (closing.tryAcquire(ms, TimeUnit.MILLISECONDS)) {
            closing.release();
        }
    }

    /** Returns whether all that waited when this began is written, or lost because we close. */
    private boolean writeAll() {
        Map<String, Map<String, Optional<String>>> texts = new HashMap<>();
        Map<Device, Optional<Stored>> part = new HashMap<>();
        long committedNs = System.nanoTime();
        for (Iterator<Map.Entry<Device, Optional<Stored>>> each =
                        waiting.entrySet().iterator();
                each.hasNext(); ) {
            Map.Entry<Device, Optional<Stored>> change = each.next();
            Device device = change.getKey();
            part.put(device, change.getValue());
            texts.computeIfAbsent(family(device.technology()), _ -> new HashMap<>())
                    .put(device.name(), change.getValue().map(AstDbLocationStore::text));
            if (part.size() == MOST_AT_ONCE || !each.hasNext()) {
                boolean due = !each.hasNext() || System.nanoTime() - committedNs >= COMMIT_NS;
                if (!write(texts, due)) {
                    return false;
                }
                committedNs = due ? System.nanoTime() : committedNs;
                // Unless it has changed meanwhile: then it is written again.
                part.forEach(waiting::remove);
                part.clear();
                texts.clear();
            }
        }
        return true;
    }

    private boolean write(Map<String, Map<String, Optional<String>>> texts, boolean commit) {
        try {
            texts.forEach(database::change);
            if (commit) {
                database.flush();
            }
            return true;
        } catch (AstDbException e) {
            LOG.error(
                    "Cannot write locations to the database, {}: {}",
                    closed ? waiting.size() + " changes are lost" : "trying again in " + RETRY_MS / 1000 + " s",
                    e.getMessage());
            if (closed) {
                waiting.clear();
            }
            return false;
        }
    }

    private static String text(Stored stored) {
        return stored.address() + ":" + stored.refreshSeconds();
    }

    /** Asterisk's name for the family of IAX2 peers is {@code IAX/Registry}. */
    private static String family(String technology) {
        return (technology.equals("IAX2") ? "IAX" : technology) + "/Registry";
    }
}
