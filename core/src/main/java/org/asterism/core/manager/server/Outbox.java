package org.asterism.core.manager.server;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages on their way to one client, written by a thread of their own, so that a client that does not read holds up nobody: its
 * events are dropped and counted, and it is told how many once it reads again; its own answers wait {@link #PATIENCE_MS} and then
 * end its connection. Safe for any thread.
 */
final class Outbox implements Runnable {
    /** How many bytes of events may wait. */
    static final int EVENT_BYTES = 1024 * 1024;
    /** How many bytes may wait in all before an answer waits for room. */
    static final int TOTAL_BYTES = 2 * EVENT_BYTES;
    /** How long an answer waits for a client that does not read, in ms. */
    static final long PATIENCE_MS = 10_000;
    /** How long its last messages wait for a client that does not read, in ms. */
    static final long LAST_WORDS_MS = 1_000;
    /** How long a client may leave its events unread before it is given up, in ms. */
    static final long GIVE_UP_MS = 60_000;

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int BATCH_BYTES = 64 * 1024;

    private final OutputStream stream;
    private final Runnable abort;
    private final LongFunction<byte[]> dropNotice;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // guarded by lock
    private final Deque<byte[]> queue = new ArrayDeque<>();
    private long queuedBytes;
    private long dropped;
    private long droppedInAll;
    private long lastProgress = System.nanoTime();
    private boolean writing;
    private boolean finishing;
    private boolean done;
    private boolean ended;

    /**
     * @param stream     the connection
     * @param abort      ends it at once, also while a write waits
     * @param dropNotice makes the message that tells how many events were dropped
     */
    Outbox(OutputStream stream, Runnable abort, LongFunction<byte[]> dropNotice) {
        this.stream = stream;
        this.abort = abort;
        this.dropNotice = dropNotice;
    }

    /**
     * Sends an answer, waiting for room.
     *
     * @param whenQueued is run when the answer has its place, before any event can come behind it; must not block
     * @throws IOException the client does not read, or is gone
     */
    void put(byte[] message, Runnable whenQueued) throws IOException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
            while (!done && queuedBytes > 0 && queuedBytes + message.length > TOTAL_BYTES) {
                if (left <= 0) {
                    abort.run();
                    throw new IOException("it does not read its answers");
                }
                left = changed.awaitNanos(left);
            }
            if (done || finishing) {
                throw new IOException("it is gone");
            }
            add(message);
            whenQueued.run();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        } finally {
            lock.unlock();
        }
    }

    /** Sends an event, or drops it: uncounted once nothing more is taken. Never waits for the client. */
    void offer(byte[] event) {
        lock.lock();
        try {
            if (finishing) {
                return;
            }
            if (queuedBytes + event.length <= EVENT_BYTES) {
                add(event);
                return;
            }
            dropped++;
            droppedInAll++;
            if (System.nanoTime() - lastProgress > TimeUnit.MILLISECONDS.toNanos(GIVE_UP_MS) && !done) {
                done = true;
                Thread.ofVirtual().name("manager-close").start(abort);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Counts events that were lost before they came here. */
    void missed(long count) {
        lock.lock();
        try {
            dropped += count;
            droppedInAll += count;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** {@return how many events this client has lost} */
    long droppedInAll() {
        lock.lock();
        try {
            return droppedInAll;
        } finally {
            lock.unlock();
        }
    }

    /** Takes this message and none after it, unless the end has come already. Never waits for the client. */
    void last(byte[] message) {
        lock.lock();
        try {
            if (!finishing) {
                add(message);
                finishing = true;
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes nothing more and waits until what there is has been sent: {@link #LAST_WORDS_MS} where the client does not read,
     * {@link #PATIENCE_MS} where the processor has no time for it.
     *
     * @return whether nothing is being written any more
     */
    boolean finish() {
        lock.lock();
        try {
            finishing = true;
            changed.signalAll();
            long began = System.nanoTime();
            for (long left = patienceLeft(began); !ended && left > 0; left = patienceLeft(began)) {
                changed.awaitNanos(left);
            }
            return ended;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** How long whoever waits for the end since a moment goes on waiting, in ns. */
    private long patienceLeft(long began) {
        long now = System.nanoTime();
        long left = TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS) - (now - began);
        long stuck = Math.min(now - began, now - lastProgress);
        return writing ? Math.min(left, TimeUnit.MILLISECONDS.toNanos(LAST_WORDS_MS) - stuck) : left;
    }

    private void add(byte[] message) {
        queue.add(message);
        queuedBytes += message.length;
        changed.signalAll();
    }

    /** Writes until {@link #finish} or the end of the connection. */
    @Override
    public void run() {
        byte[] batch = new byte[BATCH_BYTES];
        try {
            for (byte[] next = take(); next.length > 0; next = take()) {
                int length = fill(batch, next);
                if (length == 0) {
                    stream.write(next);
                } else {
                    stream.write(batch, 0, length);
                }
                stream.flush();
            }
        } catch (IOException e) {
            LOG.debug("A manager client is gone: {}", e.toString());
            abort.run();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            abort.run();
        } finally {
            end();
        }
    }

    /** {@return the next message, of no length at the end} */
    private byte[] take() throws InterruptedException {
        lock.lock();
        try {
            writing = false;
            lastProgress = System.nanoTime();
            while (queue.isEmpty() && dropped == 0) {
                if (finishing || done) {
                    return new byte[0];
                }
                changed.await();
                lastProgress = System.nanoTime();
            }
            writing = true;
            changed.signalAll();
            if (queue.isEmpty()) {
                long count = dropped;
                dropped = 0;
                return dropNotice.apply(count);
            }
            return remove();
        } finally {
            lock.unlock();
        }
    }

    /** Puts a message and as many of those behind it as there is room for into one batch; 0 when the first is too long. */
    private int fill(byte[] batch, byte[] first) {
        if (first.length > batch.length) {
            return 0;
        }
        System.arraycopy(first, 0, batch, 0, first.length);
        int length = first.length;
        lock.lock();
        try {
            for (byte[] next = queue.peek();
                    next != null && next.length <= batch.length - length;
                    next = queue.peek()) {
                System.arraycopy(remove(), 0, batch, length, next.length);
                length += next.length;
            }
        } finally {
            lock.unlock();
        }
        return length;
    }

    private byte[] remove() {
        byte[] message = queue.remove();
        queuedBytes -= message.length;
        changed.signalAll();
        return message;
    }

    private void end() {
        lock.lock();
        try {
            done = true;
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
