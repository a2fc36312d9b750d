package org.asterism.core.dialplan.run;

import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a dialplan that runs in circles from taking a carrier thread for itself: virtual threads give way only where they wait, so
 * this one gives way every few steps, and rests when it makes more of them than any call needs.
 */
final class StepPacer {
    private static final Logger LOG = LoggerFactory.getLogger(StepPacer.class);
    private static final int STEPS_BETWEEN_YIELDS = 64;
    private static final int FAST_STEPS = 20_000;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long REST_NANOS = 2_000_000L;

    private long windowBegan = System.nanoTime();
    private int steps;
    private boolean resting;
    private boolean warned;

    /** Counts a step, and waits a little where that is due. */
    @SuppressWarnings("ThreadPriorityCheck") // giving way is all that is wanted here: no order of threads is relied on
    void step(String channelName) {
        steps++;
        if (steps % STEPS_BETWEEN_YIELDS != 0) {
            return;
        }
        long now = System.nanoTime();
        if (now - windowBegan >= SECOND_NANOS) {
            resting = steps >= FAST_STEPS / 4;
            windowBegan = now;
            steps = 0;
        } else if (steps >= FAST_STEPS) {
            resting = true;
        }
        if (resting) {
            if (!warned) {
                warned = true;
                LOG.warn(
                        "{} takes thousands of dialplan steps a second without waiting: is it going round in a loop?"
                                + " It is slowed down",
                        channelName);
            }
            LockSupport.parkNanos(REST_NANOS);
        } else {
            Thread.yield();
        }
    }
}
