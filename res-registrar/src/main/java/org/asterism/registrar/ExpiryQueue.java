package org.asterism.registrar;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Registrations by the second they are looked at next. A refresh does not move an entry: it is found to have more time when its
 * turn comes, and is queued again, so that a refresh costs nothing here. Safe for any thread.
 */
final class ExpiryQueue {
    /**
     * An entry.
     *
     * @param technology   whose table it is in
     * @param registration the row
     */
    record Entry(String technology, Registration registration) {}

    private final TreeMap<Long, ArrayDeque<Entry>> bySecond = new TreeMap<>();

    /**
     * Queues a registration for the second after it expires.
     *
     * @param entry the registration
     */
    synchronized void add(Entry entry) {
        bySecond.computeIfAbsent(entry.registration().expiresAtMs() / 1000 + 1, second -> new ArrayDeque<>())
                .add(entry);
    }

    /**
     * Takes the next entry whose second has come.
     *
     * @param nowMs the time, in milliseconds since 1970
     * @return the entry, or {@code null} when none is due
     */
    synchronized @Nullable Entry next(long nowMs) {
        Map.Entry<Long, ArrayDeque<Entry>> first = bySecond.firstEntry();
        if (first == null || first.getKey() * 1000 > nowMs) {
            return null;
        }
        Entry entry = first.getValue().poll();
        if (first.getValue().isEmpty()) {
            bySecond.remove(first.getKey());
        }
        return entry;
    }

    /**
     * How long nothing will be due.
     *
     * @param nowMs     the time, in milliseconds since 1970
     * @param atMostMs  the answer when the queue is empty
     * @return milliseconds, at least 1
     */
    synchronized long idleMs(long nowMs, long atMostMs) {
        return bySecond.isEmpty() ? atMostMs : Math.clamp(bySecond.firstKey() * 1000 - nowMs, 1, atMostMs);
    }
}
