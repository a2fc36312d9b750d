package org.asterism.core.db;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Values by family and key that survive a restart. Writes are seen by the next read at once and reach the file together,
 * at most {@link #COMMIT_DELAY_MS} later, after which not even {@code kill -9} loses them. Other processes may read and
 * write the file meanwhile.
 *
 * <p>Opening takes its time (SQLite's native library is unpacked and loaded), so a thread of its own does it, and the first
 * calls wait for it. Any thread may call, but none that must not block: every call may wait for the disk. All calls throw
 * {@link AstDbException} when the file cannot be used.
 *
 * <p>Unlike Asterisk's, families and keys are compared with case, and {@code _} and {@code %} in them mean themselves, when
 * entries are listed or removed by family.
 */
public final class AstDb implements AutoCloseable {
    /** How long a write may wait for others to share its commit, in ms. */
    public static final long COMMIT_DELAY_MS = 250;
    /** The longest {@code /family/key}, in bytes. */
    public static final int MAX_PATH_BYTES = 4096;
    /** The longest value, in bytes. */
    public static final int MAX_VALUE_BYTES = 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(AstDb.class);
    private static final long LIMIT_S = 30;
    private static final int LAST_ATTEMPTS = 5; // each waits SqliteStore.BUSY_MS for a locked file

    /** What is done with the open file. */
    private interface Operation<T> {
        T on(SqliteStore store) throws SQLException;
    }

    private final Path file;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Thread committer;

    // guarded by lock
    private @Nullable SqliteStore store;
    private String unusable;
    private boolean closing;

    private AstDb(Path file) {
        this.file = file;
        this.unusable = "AstDB file " + file + " is still being opened";
        this.committer = Thread.ofPlatform().name("astdb").daemon().unstarted(this::run);
    }

    /**
     * Begins to open a database file, creating it where it is missing; returns at once. A failure is logged, and thrown by
     * every call from then on.
     */
    public static AstDb open(Path file) {
        AstDb db = new AstDb(file);
        db.committer.start();
        return db;
    }

    /** {@return the database file} */
    public Path file() {
        return file;
    }

    /** {@return the value, or null when there is none} */
    public @Nullable String get(String family, String key) {
        String path = path(family, key);
        return call(s -> Optional.ofNullable(s.get(path))).orElse(null);
    }

    /** Adds or replaces a value. */
    public void put(String family, String key, String value) {
        String path = path(family, key);
        check(value, MAX_VALUE_BYTES, "value of " + path);
        call(s -> {
            s.put(path, value);
            return true;
        });
    }

    /** {@return whether there was such an entry; there is none now} */
    public boolean delete(String family, String key) {
        String path = path(family, key);
        return call(s -> s.delete(path)) > 0;
    }

    /**
     * Makes many changes of a family at the cost of one call. Where one fails, those before it have been made.
     *
     * @param family  whose
     * @param changes the new value by key, or nothing where the entry is to go
     */
    public void change(String family, Map<String, Optional<String>> changes) {
        Map<String, Optional<String>> byPath = new LinkedHashMap<>();
        changes.forEach((key, value) -> {
            String path = path(family, key);
            value.ifPresent(text -> check(text, MAX_VALUE_BYTES, "value of " + path));
            byPath.put(path, value);
        });
        call(s -> {
            for (Map.Entry<String, Optional<String>> change : byPath.entrySet()) {
                if (change.getValue().isPresent()) {
                    s.put(change.getKey(), change.getValue().get());
                } else {
                    s.delete(change.getKey());
                }
            }
            return true;
        });
    }

    /** {@return how many entries of the family, and of families within it, there were; there are none now} */
    public int deltree(String family) {
        return call(s -> s.deleteWithin("/" + family));
    }

    /** {@return how many entries of that key, and of keys that begin with it and a slash, there were; none now} */
    public int deltree(String family, String keyTree) {
        String path = path(family, keyTree);
        return call(s -> s.deleteWithin(path));
    }

    /** {@return how many entries there were; the database is empty now} */
    public int deltreeAll() {
        return call(s -> s.deleteWithin(""));
    }

    /** {@return all entries, by path} */
    public List<AstDbEntry> list() {
        return call(s -> s.listWithin(""));
    }

    /** {@return the entries of a family and of families within it, by path} */
    public List<AstDbEntry> list(String family) {
        return call(s -> s.listWithin("/" + family));
    }

    /** {@return the entries of a key and of keys that begin with it and a slash, by path} */
    public List<AstDbEntry> list(String family, String keyTree) {
        String path = path(family, keyTree);
        return call(s -> s.listWithin(path));
    }

    /** {@return the entries of any family with that key, by path} */
    public List<AstDbEntry> listKey(String key) {
        return call(s -> s.listKey(key));
    }

    /** Returns when all writes so far are durable. */
    public void flush() {
        call(s -> {
            s.commit();
            return true;
        });
    }

    /** Makes all writes durable and closes the file, which is complete in itself then; calls fail from then on. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (!committer.join(Duration.ofSeconds(LIMIT_S))) {
                LOG.error("AstDB file {} is not closed after {} s; what was written last may be lost", file, LIMIT_S);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T call(Operation<T> operation) {
        awaitOpened();
        lock.lock();
        try {
            SqliteStore current = store;
            if (current == null) {
                throw new AstDbException(unusable);
            }
            boolean clean = !current.inTransaction();
            try {
                return operation.on(current);
            } catch (SQLException e) {
                throw current.failure(e);
            } finally {
                if (clean && current.inTransaction()) {
                    work.signalAll();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void awaitOpened() {
        try {
            if (!opened.await(LIMIT_S, TimeUnit.SECONDS)) {
                throw new AstDbException("AstDB file " + file + " is not open after " + LIMIT_S + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AstDbException("Interrupted while waiting for the AstDB file " + file, e);
        }
    }

    private void run() {
        try (SqliteStore opening = SqliteStore.open(file)) {
            lock.lock();
            try {
                store = opening;
                opened.countDown();
                commitUntilClosed(opening);
            } finally {
                store = null;
                unusable = "AstDB file " + file + " is closed";
                lock.unlock();
            }
        } catch (AstDbException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (InterruptedException | SQLException e) {
            LOG.error("AstDB file {} was not closed properly", file, e);
        }
    }

    private void fail(String why) {
        LOG.error("{}", why);
        lock.lock();
        try {
            unusable = why;
        } finally {
            lock.unlock();
        }
        opened.countDown();
    }

    private void commitUntilClosed(SqliteStore open) throws InterruptedException {
        boolean committed = true;
        while (!closing) {
            if (open.inTransaction()) {
                long left = TimeUnit.MILLISECONDS.toNanos(COMMIT_DELAY_MS);
                while (left > 0 && !closing) {
                    left = work.awaitNanos(left);
                }
                committed = commit(open, committed);
            } else {
                work.await();
            }
        }
        for (int attempt = 0; attempt < LAST_ATTEMPTS && open.inTransaction(); attempt++) {
            committed = commit(open, committed);
        }
        if (open.inTransaction()) {
            LOG.error("AstDB file {} stayed locked by another process; the last changes are lost", file);
        }
    }

    /** Commits, and says once when that fails: with the file locked it is tried again, else the writes are lost. */
    private static boolean commit(SqliteStore open, boolean quietBefore) {
        try {
            open.commit();
            return true;
        } catch (SQLException e) {
            AstDbException failure = open.failure(e);
            if (!open.inTransaction()) {
                LOG.error("{}; the last changes are lost", failure.getMessage());
            } else if (quietBefore) {
                LOG.warn("{}; the last changes are kept in memory until it is free", failure.getMessage());
            }
            return false;
        }
    }

    private static String path(String family, String key) {
        String path = "/" + family + "/" + key;
        check(path, MAX_PATH_BYTES, "family and key");
        return path;
    }

    private static void check(String text, int most, String what) {
        if (text.indexOf('\0') >= 0 || text.getBytes(StandardCharsets.UTF_8).length > most) {
            throw new AstDbException("AstDB: the " + what + " must have at most " + most + " bytes and no NUL");
        }
    }
}
