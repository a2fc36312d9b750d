package org.asterism.registrar;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.asterism.core.db.AstDb;
import org.asterism.core.db.AstDbException;
import org.asterism.core.location.Location;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps locations in AstDB as chan_iax2 does: {@code /IAX/Registry/<peer>} is {@code address:port:seconds}. A thread of its own
 * writes; of several changes of one peer that wait, the last is written, so what waits is bounded by the number of peers.
 */
final class AstDbLocationStore implements LocationStore, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AstDbLocationStore.class);

    private static final long RETRY_MS = 5_000;

    private final AstDb database;
    private final Map<String, Optional<String>> waiting = new ConcurrentHashMap<>();
    private final Semaphore changes = new Semaphore(0);
    private final Thread writer;
    private volatile boolean closed;

    AstDbLocationStore(AstDb database) {
        this.database = database;
        this.writer = Thread.ofVirtual().name("location-store").start(this::write);
    }

    @Override
    public void put(String technology, String name, Stored stored) {
        Location location = new Location(technology, name, stored.address(), stored.refreshSeconds(), 0);
        change(path(technology, name), Optional.of(location.addressAndPort() + ":" + stored.refreshSeconds()));
    }

    @Override
    public void remove(String technology, String name) {
        change(path(technology, name), Optional.empty());
    }

    @Override
    public @Nullable Stored get(String technology, String name) {
        String text = database.get(family(technology), name);
        if (text == null) {
            return null;
        }
        try {
            int secondsAt = text.lastIndexOf(':');
            int portAt = text.lastIndexOf(':', secondsAt - 1);
            String host = text.substring(0, portAt).replace("[", "").replace("]", "");
            int port = Integer.parseInt(text.substring(portAt + 1, secondsAt));
            return new Stored(
                    new InetSocketAddress(InetAddress.ofLiteral(host), port),
                    Integer.parseInt(text.substring(secondsAt + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            LOG.warn(
                    "The database has '{}' for /{}/{}, expected address:port:seconds; the registration is not restored",
                    text,
                    family(technology),
                    name);
            return null;
        }
    }

    /** Writes what waits and ends the thread; waits for at most ten seconds. */
    @Override
    public void close() {
        closed = true;
        changes.release();
        try {
            if (!writer.join(java.time.Duration.ofSeconds(10))) {
                LOG.error("{} changes of locations could not be written to the database", waiting.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void change(String path, Optional<String> value) {
        waiting.put(path, value);
        changes.release();
    }

    private void write() {
        while (!closed || !waiting.isEmpty()) {
            awaitChanges();
            for (String path : List.copyOf(waiting.keySet())) {
                Optional<String> value = waiting.get(path);
                if (value != null && write(path, value)) {
                    // Unless it has changed meanwhile: then it is written again.
                    waiting.remove(path, value);
                } else if (closed) {
                    waiting.remove(path);
                }
            }
        }
    }

    /** Waits for a change; while there are changes that could not be written, for no longer than until the next try. */
    private void awaitChanges() {
        try {
            if (waiting.isEmpty()) {
                changes.acquire();
            } else {
                boolean _ = changes.tryAcquire(RETRY_MS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
        changes.drainPermits();
    }

    private boolean write(String path, Optional<String> value) {
        int slash = path.indexOf('\n');
        try {
            if (value.isPresent()) {
                database.put(path.substring(0, slash), path.substring(slash + 1), value.get());
            } else {
                database.delete(path.substring(0, slash), path.substring(slash + 1));
            }
            return true;
        } catch (AstDbException e) {
            LOG.error(
                    "Cannot write the location of {} to the database, {}: {}",
                    path.substring(slash + 1),
                    closed ? "it is lost" : "trying again in " + RETRY_MS / 1000 + " s",
                    e.getMessage());
            return false;
        }
    }

    /** Family and key with a line end between them, which neither can contain. */
    private static String path(String technology, String name) {
        return family(technology) + "\n" + name;
    }

    /** Asterisk's name for the family of IAX2 peers is {@code IAX/Registry}. */
    private static String family(String technology) {
        return (technology.equals("IAX2") ? "IAX" : technology) + "/Registry";
    }
}
