package org.asterism.core.net;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.asterism.core.time.MillisClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Outcomes of slow look-ups, kept as long as they are valid. Several who ask for one name at the same time wait for one look-up. Any
 * thread may use it.
 *
 * @param <T> the outcome
 */
final class LookupCache<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Resolver.class);

    private static final int MAX_KEPT = 4096;
    private static final int MAX_RUNNING = 256;
    private static final float LOAD_FACTOR = 0.75f;

    /** A look-up that may block. */
    interface Lookup<T> {
        /**
         * Finds the outcome.
         *
         * @throws UnknownHostException if there is none
         * @throws IOException if that could not be found out
         */
        T find(String name) throws IOException;
    }

    /**
     * An outcome and until when it is used: beyond its validity, if nobody could be asked for a new one.
     */
    private record Kept<T>(T outcome, long untilMs) {}

    private record Waiter<T>(Executor executor, Consumer<T> callback) {}

    private final MillisClock clock;
    private final ToLongFunction<T> validUntilMs;
    private final BiFunction<String, String, T> failure;
    private final Map<String, List<Waiter<T>>> running = new HashMap<>();
    private final Map<String, Kept<T>> kept = new LinkedHashMap<>(MAX_KEPT, LOAD_FACTOR, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept<T>> eldest) {
            return size() > MAX_KEPT;
        }
    };
    /**
     * @param validUntilMs when an outcome must be looked up again
     * @param failure      makes an outcome of a name and what is wrong with it
     */
    LookupCache(MillisClock clock, ToLongFunction<T> validUntilMs, BiFunction<String, String, T> failure) {
        this.clock = clock;
        this.validUntilMs = validUntilMs;
        this.failure = failure;
    }

    /** Calls back once, with what is kept or with what the look-up finds. */
    void get(String name, Lookup<T> lookup, Executor executor, Consumer<T> callback) {
        T known;
        boolean start = false;
        synchronized (this) {
            known = valid(name);
            if (known == null) {
                List<Waiter<T>> waiters = running.get(name);
                if (waiters != null) {
                    waiters.add(new Waiter<>(executor, callback));
                } else if (running.size() >= MAX_RUNNING) {
                    known = failure.apply(name, "too many names are being looked up already");
                } else {
                    start = true;
                    running.put(name, new ArrayList<>(List.of(new Waiter<>(executor, callback))));
                }
            }
        }
        if (start) {
            Thread.ofVirtual().name("resolver-" + name).start(() -> run(name, lookup));
        } else if (known != null) {
            T outcome = known;
            executor.execute(() -> callback.accept(outcome));
        }
    }

    private @Nullable T valid(String name) {
        Kept<T> last = kept.get(name);
        return last != null && clock.nowMs() < last.untilMs ? last.outcome : null;
    }

    private void run(String name, Lookup<T> lookup) {
        T outcome;
        boolean reached = true;
        try {
            outcome = lookup.find(name);
        } catch (UnknownHostException _) {
            outcome = failure.apply(name, "no such name");
        } catch (IOException e) {
            outcome = failure.apply(name, String.valueOf(e.getMessage()));
            reached = false;
        } catch (RuntimeException e) {
            LOG.error("Looking up {} failed", name, e);
            outcome = failure.apply(name, e.toString());
        }
        deliver(name, outcome, reached);
    }

    private void deliver(String name, T found, boolean reached) {
        T outcome = found;
        List<Waiter<T>> waiters;
        synchronized (this) {
            waiters = running.remove(name);
            Kept<T> last = kept.get(name);
            if (!reached && last != null) {
                outcome = last.outcome;
                kept.put(name, new Kept<>(outcome, clock.nowMs() + Resolver.RETRY_MS));
            } else {
                kept.put(name, new Kept<>(found, validUntilMs.applyAsLong(found)));
            }
        }
        if (waiters != null) {
            for (Waiter<T> waiter : waiters) {
                call(waiter, outcome);
            }
        }
    }

    private static <T> void call(Waiter<T> waiter, T outcome) {
        try {
            waiter.executor.execute(() -> waiter.callback.accept(outcome));
        } catch (RejectedExecutionException e) {
            LOG.debug("Nobody waits for the answer any more: {}", e.getMessage());
        }
    }
}
