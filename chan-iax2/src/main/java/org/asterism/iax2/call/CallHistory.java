package org.asterism.iax2.call;

import java.util.ArrayList;
import java.util.List;

/** The last transitions of a call leg with their reasons, for {@code iax2 show channel}. */
public final class CallHistory {
    /** How many are kept. */
    public static final int KEPT = 8;

    /**
     * A transition.
     *
     * @param atMs  when, in ms of the loop's clock
     * @param from  the state before
     * @param event what happened
     * @param to    the state after
     */
    public record Entry(long atMs, CallState from, CallEvent event, CallState to) {}

    private final List<Entry> entries = new ArrayList<>(KEPT);

    void add(Entry entry) {
        if (entries.size() == KEPT) {
            entries.removeFirst();
        }
        entries.add(entry);
    }

    /** {@return the entries, the oldest first} */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }
}
