package org.asterism.bench.perf.stats;

/** Interarrival jitter as RFC 3550 section 6.4.1 defines it, in nanoseconds. Not thread safe. */
public final class Jitter {
    private static final double GAIN = 1.0 / 16;

    private long lastTransitNs;
    private boolean begun;
    private double smoothedNs;

    /**
     * Takes a frame.
     *
     * @param transitNs time of arrival less time of sending; the two clocks need not agree
     */
    public void add(long transitNs) {
        if (begun) {
            smoothedNs += (Math.abs(transitNs - lastTransitNs) - smoothedNs) * GAIN;
        }
        begun = true;
        lastTransitNs = transitNs;
    }

    /** {@return the estimate, in ns} */
    public double ns() {
        return smoothedNs;
    }
}
