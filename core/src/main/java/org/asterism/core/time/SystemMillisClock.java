package org.asterism.core.time;

/** Wall-clock origin, monotonic progress. */
final class SystemMillisClock implements MillisClock {

    static final SystemMillisClock INSTANCE = new SystemMillisClock();

    private static final long NANOS_PER_MS = 1_000_000;

    private final long originMs = System.currentTimeMillis();
    private final long originNs = System.nanoTime();

    private SystemMillisClock() {}

    @Override
    public long nowMs() {
        return originMs + (System.nanoTime() - originNs) / NANOS_PER_MS;
    }
}
