package org.asterism.bench.perf;

import java.util.Locale;

/** The parts of a run, in this order. */
public enum Phase {
    /** Calls and registrations are set up at a rate. */
    RAMP,
    /** All are there; nothing is measured yet. */
    WARM_UP,
    /** What is sent counts. */
    HOLD,
    /** What is still under way may arrive. */
    DRAIN,
    /** Everything is ended at a rate. */
    RAMP_DOWN,
    /** Over. */
    DONE;

    /** {@return how it is shown} */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
