package org.asterism.core.testing;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread is about to do. */
public final class Eventually {
    private static final long LIMIT_MS = 60_000;

    private Eventually() {}

    /**
     * Waits until something is so.
     *
     * @param what      for the message
     * @param condition is asked again and again
     */
    public static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LIMIT_MS * 1_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("not within " + LIMIT_MS + " ms: " + what);
            }
            LockSupport.parkNanos(500_000L);
        }
    }
}
