package org.asterism.bench.perf.stats;

import org.HdrHistogram.Histogram;

/** A distribution of times between a microsecond and a minute, three digits exact. Not thread safe; recording allocates nothing. */
public final class Latency {
    private static final long LONGEST_US = 60_000_000;
    private static final int DIGITS = 3;
    private static final long NS_PER_US = 1000;
    private static final double US_PER_MS = 1000;

    private final Histogram microseconds = new Histogram(1, LONGEST_US, DIGITS);

    /**
     * Adds a time.
     *
     * @param ns what is below 0 counts as 0, what is above a minute as a minute
     */
    public void record(long ns) {
        microseconds.recordValue(Math.clamp((ns + NS_PER_US / 2) / NS_PER_US, 0, LONGEST_US));
    }

    /**
     * A percentile.
     *
     * @param percent 0 to 100
     * @return in ms, 0 if nothing was recorded
     */
    public double ms(double percent) {
        return count() == 0 ? 0 : microseconds.getValueAtPercentile(percent) / US_PER_MS;
    }

    /** {@return the longest, in ms} */
    public double maxMs() {
        return microseconds.getMaxValue() / US_PER_MS;
    }

    /** {@return the mean, in ms} */
    public double meanMs() {
        return count() == 0 ? 0 : microseconds.getMean() / US_PER_MS;
    }

    /** {@return how many were recorded} */
    public long count() {
        return microseconds.getTotalCount();
    }

    /** Forgets everything. */
    public void reset() {
        microseconds.reset();
    }

    /** {@return the numbers themselves, in µs} */
    public Histogram histogram() {
        return microseconds;
    }
}
