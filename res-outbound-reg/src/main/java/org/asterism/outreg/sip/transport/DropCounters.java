package org.asterism.outreg.sip.transport;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How many messages came to nothing, and why. Any thread. */
public final class DropCounters {
    private final Map<Drop, LongAdder> counts = new EnumMap<>(Drop.class);

    /** Creates counters at zero. */
    public DropCounters() {
        for (Drop drop : Drop.values()) {
            counts.put(drop, new LongAdder());
        }
    }

    /**
     * Counts one.
     *
     * @param drop why
     */
    public void count(Drop drop) {
        LongAdder adder = counts.get(drop);
        if (adder != null) {
            adder.increment();
        }
    }

    /**
     * Tells how many.
     *
     * @param drop why
     * @return the count
     */
    public long of(Drop drop) {
        LongAdder adder = counts.get(drop);
        return adder == null ? 0 : adder.sum();
    }
}
