package org.asterism.core.net;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Queue;
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

    private final Queue<Runnable> queue = new MpscVarHandleArrayQueue<>(CAPACITY);
    private final AtomicLong rejected = new AtomicLong();
    private final DatagramSelector selector;

    private volatile boolean asleep;

    LoopCommands(DatagramSelector selector) {
        this.selector = selector;
    }

    /**
     * Queues a command and wakes the loop if it sleeps. Any thread.
     *
     * @return false if there is no room
     */
    boolean offer(Runnable command) {
        if (!queue.offer(command)) {
            return false;
        }
        // Either this sees that the loop is going to sleep, or the loop sees the command: both write, fence, then read.
        VarHandle.fullFence();
        if (asleep && ASLEEP.compareAndSet(this, true, false)) {
            selector.wakeup();
        }
        return true;
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
