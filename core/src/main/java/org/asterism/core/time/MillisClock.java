package org.asterism.core.time;

/** A clock that never runs backwards, in milliseconds. */
@FunctionalInterface
public interface MillisClock {

    /**
     * Reads the clock. Any thread may call it.
     *
     * @return milliseconds since an origin of the clock's own choice; never less than an earlier reading
     */
    long nowMs();

    /**
     * The clock of this machine. It starts at the wall-clock time of the first use, so its readings look like dates, but
     * then it follows the monotonic timer: somebody setting the date moves no deadline.
     *
     * @return the shared instance
     */
    static MillisClock system() {
        return SystemMillisClock.INSTANCE;
    }
}
