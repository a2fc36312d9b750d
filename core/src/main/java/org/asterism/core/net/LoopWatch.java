package org.asterism.core.net;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches for what holds an event loop up, while a flight recording wants {@link LoopRoundEvent}. What our own code or the JVM did to
 * the thread is told from what the system did, which had no core for it, and the host of a virtual machine, which ran others. Only the
 * loop's thread.
 */
final class LoopWatch {
    /** Shorter ones are not told. */
    private static final long HELD_UP_NS = TimeUnit.MILLISECONDS.toNanos(1);

    private final String loop;
    private final LoopRoundEvent enabled = new LoopRoundEvent();
    private @Nullable ThreadTimes times;

    private boolean watching;
    private long beganNs;
    private long cpuNs;
    private long runDelayNs;
    private long switches;

    LoopWatch(String loop) {
        this.loop = loop;
    }

    /** A round or a nap begins. */
    void begin() {
        watching = enabled.isEnabled();
        if (!watching) {
            return;
        }
        ThreadTimes now = times;
        if (now == null) {
            now = ThreadTimes.ofThisThread();
            times = now;
        }
        now.read();
        runDelayNs = now.runDelayNs();
        switches = now.switches();
        cpuNs = now.cpuNs();
        beganNs = System.nanoTime();
    }

    /** The round's work is done. */
    void worked() {
        if (watching) {
            end(false, 0);
        }
    }

    /**
     * The nap is over.
     *
     * @param askedNs how long it was to last
     */
    void napped(long askedNs) {
        if (watching) {
            end(true, askedNs);
        }
    }

    private void end(boolean nap, long expectedNs) {
        long lastedNs = System.nanoTime() - beganNs;
        long heldUpNs = lastedNs - expectedNs;
        ThreadTimes now = times;
        if (heldUpNs < HELD_UP_NS || now == null) {
            return;
        }
        long usedNs = now.cpuNs() - cpuNs;
        now.read();
        LoopRoundEvent event = new LoopRoundEvent();
        event.loop = loop;
        event.nap = nap;
        event.heldUp = heldUpNs;
        event.runDelay = Math.min(heldUpNs, now.runDelayNs() - runDelayNs);
        // A thread that had its core all the time and did not run was stopped together with the core.
        event.stolen = now.switches() == switches && usedNs > 0 ? Math.max(0, lastedNs - usedNs) : 0;
        event.commit();
    }
}
