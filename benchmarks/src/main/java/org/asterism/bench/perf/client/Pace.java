package org.asterism.bench.perf.client;

/** Says how many things of a rate are due. One thread. */
final class Pace {
    private static final double NS_PER_SECOND = 1e9;
    /** After a halt of the generator no more than this share of a second is made up for at once. */
    private static final double MOST_AT_ONCE = 0.1;

    private final double perSecond;
    private long lastNs = -1;
    private double credit = 1;

    Pace(double perSecond) {
        this.perSecond = perSecond;
    }

    int due(long nowNs) {
        if (lastNs >= 0) {
            credit = Math.min(credit + (nowNs - lastNs) / NS_PER_SECOND * perSecond, 1 + perSecond * MOST_AT_ONCE);
        }
        lastNs = nowNs;
        int whole = (int) credit;
        credit -= whole;
        return whole;
    }
}
