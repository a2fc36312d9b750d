package org.asterism.outreg.sip.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.asterism.outreg.sip.message.SipSyntaxException;
import org.asterism.outreg.sip.message.StreamFramer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A TCP or TLS connection. A virtual thread reads it and another writes it, so that neither the loop nor they wait for each other;
 * what is to be written waits in a bounded queue.
 */
final class StreamConnection {
    private static final Logger LOG = LoggerFactory.getLogger(StreamConnection.class);

    private static final int READ_BYTES = 16_384;
    /** Room for a burst of all registrations with one registrar, such as at a graceful stop. */
    static final int OUTBOX_TO_CHOSEN = 1 << 15;
    /** Strangers get less to keep. */
    static final int OUTBOX_TO_STRANGERS = 1 << 12;

    /** An unfinished message and a write that does not go on end the connection after this. */
    private static final long STALL_MS = 32_000;

    private static final byte[] PING = {'\r', '\n', '\r', '\n'};
    private static final byte[] PONG = {'\r', '\n'};
    private static final byte[] END = {};

    /** Hears of the connection, on its own threads. */
    interface Owner {
        /** A piece of the stream was read. May wait for room. */
        void onMessage(StreamConnection connection, StreamFramer.Message message);

        /** It is over. Called once. */
        void onClosed(StreamConnection connection, String reason);
    }

    private final Hop hop;
    private final Socket socket;
    private final Owner owner;
    private final BlockingQueue<byte[]> outbox;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile long lastSentNs = System.nanoTime();
    private volatile long writingSinceNs;
    private volatile long partialSinceNs;

    /**
     * A connection that is made.
     *
     * @param room how many messages may wait to be written
     */
    StreamConnection(Hop hop, Socket socket, Owner owner, int room) {
        this.outbox = new LinkedBlockingQueue<>(room);
        this.hop = hop;
        this.socket = socket;
        this.owner = owner;
    }

    Hop hop() {
        return hop;
    }

    boolean isOpen() {
        return !closed.get();
    }

    void start() {
        Thread.ofVirtual().name("sip-read-" + hop.connection()).start(this::read);
        Thread.ofVirtual().name("sip-write-" + hop.connection()).start(this::write);
    }

    /**
     * Queues bytes.
     *
     * @throws IOException the connection is gone, or the other side does not take what is sent
     */
    void send(byte[] bytes) throws IOException {
        if (closed.get()) {
            throw new IOException("the connection to " + hop + " is closed");
        }
        if (!outbox.offer(bytes)) {
            close("the other side does not read what is sent");
            throw new IOException("the connection to " + hop + " takes nothing any more");
        }
    }

    /**
     * Looks after a silent connection: pings it, or ends it when it hangs.
     *
     * @param pingAfterMs silence of ours after which it is pinged, 0 for never
     */
    void tend(long pingAfterMs) {
        long nowNs = System.nanoTime();
        if (isOlder(writingSinceNs, nowNs)) {
            close("the other side does not read what is sent");
        } else if (isOlder(partialSinceNs, nowNs)) {
            close("a message was not finished in time");
        } else if (pingAfterMs > 0 && nowNs - lastSentNs >= TimeUnit.MILLISECONDS.toNanos(pingAfterMs)) {
            lastSentNs = nowNs;
            outbox.offer(PING);
        }
    }

    private static boolean isOlder(long sinceNs, long nowNs) {
        return sinceNs != 0 && nowNs - sinceNs > TimeUnit.MILLISECONDS.toNanos(STALL_MS);
    }

    private void read() {
        String reason = "closed by the other side";
        try (InputStream in = socket.getInputStream()) {
            StreamFramer framer = new StreamFramer();
            byte[] bytes = new byte[READ_BYTES];
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                framer.add(bytes, length);
                drain(framer);
                partialSinceNs = framer.isInMessage() ? (partialSinceNs != 0 ? partialSinceNs : System.nanoTime()) : 0;
            }
            if (framer.isInMessage()) {
                reason = "closed by the other side in the middle of a message";
            }
        } catch (SipSyntaxException e) {
            reason = "not SIP: " + e.getMessage();
        } catch (IOException e) {
            reason = String.valueOf(e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Reading from {}", hop, e);
            reason = e.toString();
        }
        close(reason);
    }

    private void drain(StreamFramer framer) {
        while (true) {
            switch (framer.next()) {
                case StreamFramer.Message message -> {
                    partialSinceNs = 0;
                    owner.onMessage(this, message);
                }
                case StreamFramer.Ping _ -> outbox.offer(PONG);
                case StreamFramer.NeedMore _ -> {
                    return;
                }
            }
        }
    }

    private void write() {
        try (OutputStream out = socket.getOutputStream()) {
            for (byte[] bytes = outbox.take(); bytes.length > 0; bytes = outbox.take()) {
                writingSinceNs = System.nanoTime();
                out.write(bytes);
                out.flush();
                writingSinceNs = 0;
                lastSentNs = System.nanoTime();
            }
        } catch (IOException e) {
            close(String.valueOf(e.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Ends it. Any thread; returns at once.
     *
     * @param reason for people
     */
    void close(String reason) {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        // Whatever still waits must not wait for a peer that does not read.
        outbox.clear();
        outbox.offer(END);
        Thread.ofVirtual().name("sip-close-" + hop.connection()).start(() -> {
            try {
                socket.close();
            } catch (IOException _) {
                // It was going anyway.
            }
        });
        owner.onClosed(this, reason);
    }
}
