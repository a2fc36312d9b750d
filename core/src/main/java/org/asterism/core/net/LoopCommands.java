package org.asterism.core.net;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jctools.queues.varhandle.MpscVarHandleArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * The commands other threads have given to an event loop, and whether it sleeps: it is woken only then, and only once, as waking
 * costs both sides a system call.
 */
final class LoopCommands {

    /** How many may wait. */
    static final int CAPACITY = 1 << 15;

    private static final VarHandle ASLEEP;

    static {
        try {
            ASLEEP = MethodHandles.lookup().findVarHandle(LoopCommands.class, "asleep", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final MpscVarHandleArrayQueue<Runnable> queue = new MpscVarHandleArrayQueue<>(CAPACITY);
    private final AtomicLong rejected = new AtomicLong();
    private final DatagramSelector selector;

    private volatile boolean asleep;
    private volatile boolean over;
    private final List<Runnable> late = new ArrayList<>(); // guarded by this

    LoopCommands(DatagramSelector selector) {
        this.selector = selector;
    }

    /**
     * Queues a command and wakes the loop if it sleeps. Any thread.
     *
     * @return false if there is no room, or it came after the end
     */
    boolean offer(Runnable command) {
        if (!queue.offer(command)) {
            return false;
        }
        // Either this sees that the loop is going to sleep, or the loop sees the command: both write, fence, then read.
        // So with its end.
        VarHandle.fullFence();
        if (over) {
            return !takeBack(command);
        }
        if (asleep && ASLEEP.compareAndSet(this, true, false)) {
            selector.wakeup();
        }
        return true;
    }

    /**
     * Runs what was offered in time, and has every offer that comes after that refused. Loop's thread.
     *
     * @param lastRounds runs all commands there are
     */
    synchronized void end(Runnable lastRounds) {
        over = true;
        VarHandle.fullFence();
        lastRounds.run();
    }

    /** Whether a command has been offered too late to be run: waits until those that were not have been. */
    private synchronized boolean takeBack(Runnable command) {
        queue.drain(late::add);
        return late.remove(command);
    }

    /** The next command, or null if none waits. Loop's thread. */
    @Nullable
    Runnable poll() {
        return queue.poll();
    }

    /** Sleeps until a command or a datagram comes, or the time is over, unless a command waits already. Loop's thread. */
    void sleep(long timeoutMs) {
        asleep = true;
        VarHandle.fullFence();
        if (queue.isEmpty()) {
            selector.await(timeoutMs);
        }
        asleep = false;
    }

    void countRejected() {
        rejected.incrementAndGet();
    }

    long rejected() {
        return rejected.get();
    }
}
