package org.asterism.core.net;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.asterism.core.time.MillisClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was thrown inside an event loop: counted always, logged once a minute for each place and class of error, so that a bad
 * datagram repeated a million times is one line with a number. Recorded by the loop's thread, read by any.
 */
final class LoopErrors {

    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
    private static final long QUIET_MS = 60_000;
    /** Bounds the memory; classes of errors beyond it share one entry. */
    private static final int MAX_KINDS = 256;

    private record Kind(String place, Class<?> type) {}

    private static final class Tally {
        private long quietUntilMs = Long.MIN_VALUE;
        private long unlogged;
    }

    private final String loop;
    private final MillisClock clock;
    private final Map<Kind, Tally> tallies = new HashMap<>();
    private final AtomicLong count = new AtomicLong();

    LoopErrors(String loop, MillisClock clock) {
        this.loop = loop;
        this.clock = clock;
    }

    void record(String place, Throwable error) {
        long nowMs = clock.nowMs();
        count.incrementAndGet();
        Kind kind = new Kind(place, error.getClass());
        if (tallies.size() >= MAX_KINDS && !tallies.containsKey(kind)) {
            kind = new Kind("elsewhere", Throwable.class);
        }
        Tally tally = tallies.computeIfAbsent(kind, _ -> new Tally());
        if (nowMs < tally.quietUntilMs) {
            tally.unlogged++;
            return;
        }
        LOG.error("{}: {} failed, {} more like it since it was last logged", loop, place, tally.unlogged, error);
        tally.unlogged = 0;
        tally.quietUntilMs = nowMs + QUIET_MS;
    }

    long count() {
        return count.get();
    }
}
