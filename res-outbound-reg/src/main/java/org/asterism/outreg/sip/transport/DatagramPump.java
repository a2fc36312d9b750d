package org.asterism.outreg.sip.transport;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that waits for datagrams on all UDP transports of the stack. Any thread may call it. */
final class DatagramPump implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatagramPump.class);

    private final Selector selector;
    private final Queue<Registration> registrations = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    private record Registration(DatagramChannel channel, Runnable reader) {}

    DatagramPump() throws IOException {
        selector = Selector.open();
        Thread.ofPlatform().name("sip-udp").daemon().start(this::run);
    }

    /**
     * Has a channel read from now on, until it is closed.
     *
     * @param channel not blocking
     * @param reader  called on this thread when there is something to read
     */
    void add(DatagramChannel channel, Runnable reader) {
        registrations.add(new Registration(channel, reader));
        selector.wakeup();
    }

    /** Lets keys of closed channels go, so that their ports are free. */
    void wakeup() {
        selector.wakeup();
    }

    private void run() {
        while (!closed) {
            try {
                register();
                selector.select(key -> {
                    if (key.attachment() instanceof Runnable reader) {
                        reader.run();
                    }
                });
            } catch (IOException | RuntimeException e) {
                LOG.error("Waiting for datagrams", e);
            }
        }
        try {
            selector.close();
        } catch (IOException e) {
            LOG.debug("Closing a selector: {}", e.toString());
        }
    }

    private void register() {
        for (Registration next = registrations.poll(); next != null; next = registrations.poll()) {
            try {
                next.channel.register(selector, SelectionKey.OP_READ, next.reader);
            } catch (ClosedChannelException _) {
                // Bound and let go at once.
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
    }
}
