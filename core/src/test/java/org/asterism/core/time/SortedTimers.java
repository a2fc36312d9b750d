package org.asterism.core.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a timer wheel should do, in the plainest way: a map that is sorted at every advance. */
final class SortedTimers {

    private record Entry(String name, long deadlineMs, long sequence) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private long nowMs;
    private long sequence;

    SortedTimers(long nowMs) {
        this.nowMs = nowMs;
    }

    void schedule(String name, long deadlineMs) {
        entries.put(name, new Entry(name, Math.max(deadlineMs, nowMs), sequence++));
    }

    boolean cancel(String name) {
        return entries.remove(name) != null;
    }

    List<String> advance(long toMs) {
        nowMs = toMs;
        List<Entry> due = new ArrayList<>(
                entries.values().stream().filter(e -> e.deadlineMs <= toMs).toList());
        due.sort(Comparator.comparingLong(Entry::deadlineMs).thenComparingLong(Entry::sequence));
        due.forEach(e -> entries.remove(e.name));
        return due.stream().map(e -> e.name + "@" + toMs).toList();
    }

    long nextDeadlineMs() {
        return entries.values().stream().mapToLong(Entry::deadlineMs).min().orElse(TimerWheel.NO_DEADLINE);
    }

    int size() {
        return entries.size();
    }
}
