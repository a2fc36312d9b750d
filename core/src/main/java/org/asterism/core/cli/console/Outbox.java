package org.asterism.core.cli.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages on their way to one remote console, written by a thread of their own, so that a console that does not read holds up
 * nobody: its log lines are dropped and counted, its own commands wait {@link #PATIENCE_MS} and then end its connection.
 */
final class Outbox implements Runnable {
    /** How long an answer waits for a client that does not read, in milliseconds. */
    static final long PATIENCE_MS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int CAPACITY = 1024;
    private static final int BATCH_BYTES = 64 * 1024;
    private static final Message LAST = Message.of(MessageKind.FAREWELL, "");

    private final SocketChannel channel;
    private final BlockingQueue<Message> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();
    private final CountDownLatch done = new CountDownLatch(1);
    private ByteBuffer batch = ByteBuffer.allocate(BATCH_BYTES);

    Outbox(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Sends a message, waiting for room.
     *
     * @throws IOException the client does not read, or is gone
     */
    void put(Message message) throws IOException {
        try {
            if (done.getCount() == 0 || !queue.offer(message, PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                close();
                throw new IOException("The console does not read");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted");
        }
    }

    /** Sends a log line, or drops it. Never blocks. */
    void offer(Message message) {
        if (!queue.offer(message)) {
            dropped.incrementAndGet();
        }
    }

    /** Sends what is waiting, then closes the connection. Waits a bounded time for that. */
    void finish(long timeoutMs) {
        try {
            if (!queue.offer(LAST, timeoutMs, TimeUnit.MILLISECONDS) || !done.await(timeoutMs, TimeUnit.MILLISECONDS)) {
                LOG.debug("A remote console did not take its last messages");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    @Override
    public void run() {
        try {
            Message next = queue.take();
            while (next != LAST) {
                Message following = write(next);
                // Before waiting: there may be nothing else to come.
                tellDropped();
                next = following == null ? queue.take() : following;
            }
        } catch (IOException e) {
            LOG.debug("A remote console is gone: {}", e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            done.countDown();
            close();
        }
    }

    /** Writes a message and as many of those behind it as one write takes. Returns the next one, null if none is waiting. */
    private @Nullable Message write(Message first) throws IOException {
        batch.clear();
        @Nullable Message next = first;
        while (next != null && next != LAST && (batch.position() == 0 || next.length() <= batch.remaining())) {
            if (next.length() > batch.remaining()) {
                batch = ByteBuffer.allocate(next.length());
            }
            next.encode(batch);
            next = queue.poll();
        }
        batch.flip();
        while (batch.hasRemaining()) {
            channel.write(batch);
        }
        if (batch.capacity() > BATCH_BYTES) {
            batch = ByteBuffer.allocate(BATCH_BYTES);
        }
        return next;
    }

    private void tellDropped() {
        long lines = dropped.get();
        if (lines > 0
                && queue.offer(Message.of(
                        MessageKind.LOG, lines + " log lines were dropped: this console did not read them in time"))) {
            dropped.addAndGet(-lines);
        }
    }

    private void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Closing a remote console: {}", e.toString());
        }
    }
}
