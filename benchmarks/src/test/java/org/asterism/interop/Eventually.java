package org.asterism.interop;

import java.util.concurrent.locks.LockSupport;

/** Waits until something holds that another process brings about, looking again ten times a second. */
final class Eventually {
    private Eventually() {}

    static void within(int seconds, Runnable assertion) {
        long deadline = System.nanoTime() + seconds * 1_000_000_000L;
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError | RuntimeException e) {
                if (System.nanoTime() - deadline > 0) {
                    throw e;
                }
                LockSupport.parkNanos(100_000_000L);
            }
        }
    }
}
