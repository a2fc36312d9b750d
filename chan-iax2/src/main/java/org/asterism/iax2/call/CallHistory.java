package org.asterism.iax2.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The last transitions of a call leg with their reasons. Each call has one, so that a transition is kept in one number. Shard's thread. */
public final class CallHistory {
    /** How many are kept. */
    public static final int KEPT = 8;

    private static final long[] NONE = {};
    private static final CallState[] STATES = CallState.values();
    private static final CallEvent[] EVENTS = CallEvent.values();
    /** As many as number all states, and all events. */
    private static final int BITS =
            Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(STATES.length, EVENTS.length) - 1);

    private static final int MASK = (1 << BITS) - 1;

    /**
     * A transition.
     *
     * @param atMs  when, in ms of the loop's clock
     * @param from  the state before
     * @param event what happened
     * @param to    the state after
     */
    public record Entry(long atMs, CallState from, CallEvent event, CallState to) {}

    /** The oldest first: time, state before, event, state after. */
    private long[] entries = NONE;

    CallHistory() {}

    @SuppressWarnings("EnumOrdinal") // never leaves this object
    void add(long atMs, CallState from, CallEvent event, CallState to) {
        if (entries.length == KEPT) {
            System.arraycopy(entries, 1, entries, 0, KEPT - 1);
        } else {
            entries = Arrays.copyOf(entries, entries.length + 1);
        }
        long moved = (atMs << BITS) | from.ordinal();
        moved = (moved << BITS) | event.ordinal();
        entries[entries.length - 1] = (moved << BITS) | to.ordinal();
    }

    /** {@return the entries, the oldest first} */
    public List<Entry> entries() {
        List<Entry> list = new ArrayList<>(entries.length);
        for (long entry : entries) {
            int from = (int) (entry >>> (2 * BITS)) & MASK;
            int event = (int) (entry >>> BITS) & MASK;
            int to = (int) entry & MASK;
            list.add(new Entry(entry >>> (3 * BITS), STATES[from], EVENTS[event], STATES[to]));
        }
        return list;
    }
}
