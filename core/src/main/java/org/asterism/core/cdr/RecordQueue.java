package org.asterism.core.cdr;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes complete records to the writers, on a thread of its own. Safe for any thread. */
final class RecordQueue {
    private static final Logger LOG = LoggerFactory.getLogger(RecordQueue.class);
    private static final int CAPACITY = 10_000;
    private static final long FLUSH_MS = 10_000;
    /** After a record the thread lets others gather this long: waking it for each would cost more than writing it. */
    private static final long GATHER_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private final BlockingQueue<Runnable> work = new ArrayBlockingQueue<>(CAPACITY);
    private final List<CallRecordWriter> writers = new CopyOnWriteArrayList<>();
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread;
    private boolean over; // the thread's own

    RecordQueue() {
        thread = Thread.ofPlatform().name("cdr").daemon().start(this::run);
    }

    List<CallRecordWriter> writers() {
        return writers;
    }

    /**
     * Has records taken to a writer from now on.
     *
     * @return takes it off again, once it has what came before; waits for that no longer than five seconds
     */
    Runnable add(CallRecordWriter writer) {
        writers.add(writer);
        return () -> {
            flush();
            writers.remove(writer);
        };
    }

    void put(CallRecord record) {
        if (writers.isEmpty()) {
            return;
        }
        if (!work.offer(() -> write(record))) {
            LOG.error(
                    "{} call detail records wait to be written and no more are taken: the record of {} is lost ({} so"
                            + " far)",
                    CAPACITY,
                    record.channel(),
                    dropped.incrementAndGet());
        }
    }

    /** Waits until what was put so far is written, ten seconds at most. */
    void flush() {
        boolean _ = awaits(() -> {});
    }

    /** Ends the thread when it has written what was put so far, or cannot within ten seconds. */
    void close() {
        if (!awaits(() -> over = true)) {
            thread.interrupt();
        }
    }

    private boolean awaits(Runnable step) {
        CountDownLatch done = new CountDownLatch(1);
        Runnable last = () -> {
            step.run();
            done.countDown();
        };
        try {
            boolean taken = work.offer(last, FLUSH_MS, TimeUnit.MILLISECONDS);
            LockSupport.unpark(thread);
            if (taken && done.await(FLUSH_MS, TimeUnit.MILLISECONDS)) {
                return true;
            }
            LOG.error("Call detail records could not be written within {} ms", FLUSH_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void run() {
        try {
            while (!over) {
                work.take().run();
                for (Runnable next = work.poll(); next != null; next = work.poll()) {
                    next.run();
                }
                LockSupport.parkNanos(this, over ? 0 : GATHER_NS);
            }
        } catch (InterruptedException _) {
            // closed
        }
    }

    private void write(CallRecord record) {
        for (CallRecordWriter writer : writers) {
            try {
                writer.write(record);
            } catch (IOException | RuntimeException e) {
                LOG.error("CDR backend {} could not keep the record of {}: {}", writer.name(), record.channel(), e);
            }
        }
    }
}
