package org.asterism.core.net;

/**
 * What a simulated link does to datagrams.
 *
 * @param loss        probability that one is lost, 0 to 1
 * @param duplication probability that one arrives twice
 * @param reordering  probability that one overtakes, or is overtaken by, its neighbours: it ignores the order of the link
 * @param delayMs     least time on the way, in ms
 * @param jitterMs    most time on top of that, in ms
 */
public record LinkConditions(double loss, double duplication, double reordering, int delayMs, int jitterMs) {

    /** Nothing is lost, everything arrives within the millisecond. */
    public static final LinkConditions PERFECT = new LinkConditions(0, 0, 0, 0, 0);

    /** Checks the ranges. */
    public LinkConditions {
        if (!isProbability(loss) || !isProbability(duplication) || !isProbability(reordering)) {
            throw new IllegalArgumentException("probabilities are 0 to 1");
        }
        if (delayMs < 0 || jitterMs < 0) {
            throw new IllegalArgumentException("delay and jitter are 0 ms or more");
        }
    }

    private static boolean isProbability(double value) {
        return value >= 0 && value <= 1;
    }
}
