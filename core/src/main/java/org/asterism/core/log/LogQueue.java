package org.asterism.core.log;

import java.lang.invoke.VarHandle;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jctools.queues.varhandle.MpscVarHandleArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lines and orders on their way to the writer thread. Putting something in never blocks and never waits for the writer; when the queue is
 * full, lines are dropped and counted.
 */
final class LogQueue {
    /** How many lines may wait at most, whatever logger.conf says. */
    static final int CAPACITY = 8192;

    private final Queue<Object> queue = new MpscVarHandleArrayQueue<>(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();
    private volatile int limit = 1000;
    private volatile boolean waiting;
    private volatile @Nullable Thread writer;

    void limit(int lines) {
        limit = Math.clamp(lines, 1, CAPACITY / 2);
    }

    int limit() {
        return limit;
    }

    /** {@return how many lines have been dropped since this was last asked} */
    long takeDropped() {
        return dropped.getAndSet(0);
    }

    /** Takes a line, or drops it. Any thread. */
    void put(LogLine line) {
        if (queue.size() >= limit || !queue.offer(line)) {
            dropped.incrementAndGet();
            return;
        }
        wake();
    }

    /**
     * Takes an order for the writer. Any thread.
     *
     * @return false when even the reserve for orders is used up
     */
    boolean put(Runnable order) {
        boolean taken = queue.offer(order);
        wake();
        return taken;
    }

    /** Waits for the next line or order. The writer thread only. */
    Object take() {
        writer = Thread.currentThread();
        while (true) {
            Object next = queue.poll();
            if (next != null) {
                return next;
            }
            waiting = true;
            VarHandle.fullFence(); // either we see the offer, or the offerer sees that we wait
            next = queue.poll();
            if (next != null) {
                waiting = false;
                return next;
            }
            LockSupport.park(this);
            waiting = false;
        }
    }

    /** {@return whether there is nothing left} */
    boolean isEmpty() {
        return queue.isEmpty();
    }

    private void wake() {
        VarHandle.fullFence();
        if (waiting) {
            LockSupport.unpark(writer);
        }
    }
}
