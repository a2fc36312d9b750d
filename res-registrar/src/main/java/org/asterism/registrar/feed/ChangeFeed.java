package org.asterism.registrar.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.asterism.core.location.LocationChange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries changes of the location table to one target, in batches, on a thread of its own. While the target does not take them they wait,
 * up to {@link #MOST_WAITING}; what comes then is left out, counted, and stands in the feed as a line that says how much is missing.
 */
public final class ChangeFeed implements Consumer<LocationChange>, AutoCloseable {
    /** How many changes wait at most for a target that does not take them. */
    public static final int MOST_WAITING = 100_000;
    /** How many lines go out at once at most. */
    private static final int MOST_AT_ONCE = 1000;

    private static final long FIRST_PAUSE_MS = 1000;
    private static final long LONGEST_PAUSE_MS = 60_000;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);

    private record Noted(long timeMs, LocationChange change) {}

    private final FeedSettings settings;
    private final FeedTarget target;
    // A bounded blocking queue would make a shard wait for its lock.
    private final ConcurrentLinkedQueue<Noted> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final Thread thread;
    private final Duration closeLimit;
    private final Object ending = new Object();
    private boolean attemptsLast; // guarded by ending
    private volatile boolean closing;
    private volatile String failure = "";
    // Of the feed's thread alone:
    private long sequence;
    private long lostTold;

    /**
     * Opens a feed.
     *
     * @param settings where to, how often
     */
    public ChangeFeed(FeedSettings settings) {
        this(settings, CLOSE_LIMIT);
    }

    /** A feed whose last attempt may take that long. */
    ChangeFeed(FeedSettings settings, Duration closeLimit) {
        this.settings = settings;
        this.closeLimit = closeLimit;
        this.target = settings.open();
        this.thread = Thread.ofVirtual().name("registrar-feed").start(this::run);
    }

    /** Notes a change; any thread, never waits. */
    @Override
    public void accept(LocationChange change) {
        if (count.incrementAndGet() > MOST_WAITING) {
            count.decrementAndGet();
            lost.increment();
            return;
        }
        waiting.add(new Noted(System.currentTimeMillis(), change));
        LockSupport.unpark(thread);
    }

    /** {@return what it was opened with} */
    public FeedSettings settings() {
        return settings;
    }

    /** {@return how it does} */
    public FeedStatus status() {
        return new FeedStatus(target.name(), delivered.sum(), count.get(), lost.sum(), failure);
    }

    /** Delivers what waits, if the target takes it within five seconds, and ends. */
    @Override
    public void close() {
        synchronized (ending) {
            closing = true;
            if (!attemptsLast) {
                thread.interrupt();
            }
        }
        try {
            if (!thread.join(closeLimit) || count.get() > 0) {
                LOG.warn("Feed {}: {} changes were not delivered", target.name(), count.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        ArrayDeque<Noted> batch = new ArrayDeque<>();
        try {
            while (!closing) {
                if (waiting.isEmpty()) {
                    LockSupport.park(this);
                } else {
                    Thread.sleep(settings.interval());
                    drain(batch);
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("Feed {} ends", target.name());
        }
        // An interrupt that is still set, or comes later, would end the last attempt at once.
        synchronized (ending) {
            attemptsLast = true;
            boolean _ = Thread.interrupted();
        }
        fill(batch, MOST_WAITING);
        lastAttempt(batch);
    }

    private void fill(ArrayDeque<Noted> batch, int most) {
        while (batch.size() < most) {
            @Nullable Noted next = waiting.poll();
            if (next == null) {
                return;
            }
            batch.add(next);
        }
    }

    private void drain(ArrayDeque<Noted> batch) throws InterruptedException {
        long pauseMs = FIRST_PAUSE_MS;
        do {
            fill(batch, MOST_AT_ONCE);
            if (deliver(batch)) {
                pauseMs = FIRST_PAUSE_MS;
            } else {
                Thread.sleep(pauseMs);
                pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
            }
        } while (!batch.isEmpty() || count.get() >= MOST_AT_ONCE || lost.sum() > lostTold);
    }

    private void lastAttempt(ArrayDeque<Noted> batch) {
        try {
            if (!batch.isEmpty()) {
                deliver(batch);
            }
        } catch (InterruptedException _) {
            LOG.debug("Feed {} was interrupted twice", target.name());
        }
    }

    /** Whether the target took the batch, which is empty then. */
    private boolean deliver(ArrayDeque<Noted> batch) throws InterruptedException {
        long missing = lost.sum() - lostTold;
        long number = sequence;
        List<String> lines = new ArrayList<>(batch.size() + 1);
        for (Noted noted : batch) {
            lines.add(FeedRecord.of(++number, noted.timeMs(), noted.change()));
        }
        // What was left out came after what waits.
        if (missing > 0 && waiting.isEmpty()) {
            number += missing;
            lines.add(FeedRecord.lost(number, System.currentTimeMillis(), missing));
        }
        if (lines.isEmpty()) {
            return true;
        }
        try {
            target.deliver(lines);
        } catch (IOException e) {
            if (failure.isEmpty()) {
                LOG.warn("Feed {}: {}; the changes are kept and offered again", target.name(), reason(e));
            }
            failure = reason(e);
            return false;
        }
        if (!failure.isEmpty()) {
            failure = "";
            LOG.info("Feed {} takes changes again", target.name());
        }
        if (number - sequence > batch.size()) {
            lostTold += missing;
        }
        sequence = number;
        delivered.add(batch.size());
        count.addAndGet(-batch.size());
        batch.clear();
        return true;
    }

    private static String reason(IOException e) {
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
