package org.asterism.bench.perf.net;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The clock that the kernel stamps datagrams with (CLOCK_REALTIME), read through {@link System#nanoTime} and its distance from it, which
 * is measured again from time to time. Not thread safe.
 */
public final class WallClock {
    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final int ATTEMPTS = 5;

    private final MemorySegment timespec = Arena.ofAuto().allocate(2 * Long.BYTES, Long.BYTES);
    private long distanceNs;

    /** Measures the distance. */
    public WallClock() {
        for (int i = 0; i < 20; i++) {
            synchronize();
        }
    }

    /** Measures the distance again: wall clocks are corrected while they run. */
    public void synchronize() {
        long bestGapNs = Long.MAX_VALUE;
        for (int i = 0; i < ATTEMPTS; i++) {
            long beforeNs = System.nanoTime();
            SystemCalls.clockGettime(SystemCalls.CLOCK_REALTIME, timespec.address());
            long gapNs = System.nanoTime() - beforeNs;
            if (gapNs < bestGapNs) {
                bestGapNs = gapNs;
                long wallNs = timespec.get(ValueLayout.JAVA_LONG, 0) * NS_PER_SECOND
                        + timespec.get(ValueLayout.JAVA_LONG, Long.BYTES);
                distanceNs = wallNs - beforeNs - gapNs / 2;
            }
        }
    }

    /**
     * Converts a time.
     *
     * @param nanoTime as of {@link System#nanoTime}
     * @return ns since 1970
     */
    public long at(long nanoTime) {
        return nanoTime + distanceNs;
    }
}
