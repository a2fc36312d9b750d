package org.asterism.core.testing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Tells whether a piece of code allocates once it is warm. */
public final class AllocationMeter {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** Compilers that get little of the processor need their time. */
    private static final long LIMIT_NS = 120_000_000_000L;

    private AllocationMeter() {}

    /**
     * The least that any round allocated: compilers may allocate in the first ones.
     *
     * @param repetitions of the code in a round
     * @param code        what is measured
     * @return bytes a round
     */
    public static long leastBytes(int repetitions, Runnable code) {
        long least = Long.MAX_VALUE;
        long deadline = System.nanoTime() + LIMIT_NS;
        while (least > 0 && System.nanoTime() - deadline < 0) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < repetitions; i++) {
                code.run();
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
