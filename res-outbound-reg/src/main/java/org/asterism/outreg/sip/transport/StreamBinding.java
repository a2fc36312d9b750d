package org.asterism.outreg.sip.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.asterism.core.net.EventLoop;
import org.asterism.core.time.Timer;
import org.asterism.outreg.sip.config.TransportSettings;
import org.asterism.outreg.sip.message.StreamFramer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A TCP or TLS transport: the socket that listens, and all connections, made by either side. */
final class StreamBinding implements Binding, StreamConnection.Owner {
    private static final Logger LOG = LoggerFactory.getLogger(StreamBinding.class);

    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final int MAX_ACCEPTED = 4096;
    private static final int BACKLOG = 256;
    private static final int TEND_MS = 5000;
    private static final long WAIT_FOR_LOOP_NS = 1_000_000;
    private static final int WAITS_FOR_LOOP = 10_000;

    /** One connection serves all that go to the same address for the same name. */
    private record Key(InetSocketAddress remote, String serverName) {}

    private record Waiter(Consumer<Hop> opened, Consumer<String> refused) {}

    private final TransportSettings settings;
    private final EventLoop loop;
    private final TransportListener listener;
    private final DropCounters drops;
    private final SocketMaker sockets;
    private final StreamLimits limits;
    private final ServerSocket server;
    private final InetSocketAddress local;
    private final LocalAddress advertised;
    private final AtomicInteger accepted = new AtomicInteger();
    private final Map<Long, StreamConnection> connections = new HashMap<>();
    private final Map<Key, StreamConnection> byRemote = new HashMap<>();
    private final Map<Key, List<Waiter>> connecting = new HashMap<>();
    private final Timer tending = new Timer() {
        @Override
        protected void expire(long nowMs) {
            List.copyOf(connections.values()).forEach(each -> each.tend(limits.pingAfterMs()));
            loop.schedule(this, TEND_MS);
        }
    };
    private volatile boolean closed;

    /**
     * What connections go by.
     *
     * @param connectMs   how long connecting, and shaking hands, may take
     * @param pingAfterMs {@code keep_alive_interval}, 0 for never
     */
    record StreamLimits(int connectMs, long pingAfterMs) {}

    StreamBinding(
            TransportSettings settings,
            EventLoop loop,
            TransportListener listener,
            DropCounters drops,
            SocketMaker sockets,
            StreamLimits limits)
            throws IOException {
        this.settings = settings;
        this.loop = loop;
        this.listener = listener;
        this.drops = drops;
        this.sockets = sockets;
        this.limits = limits;
        this.server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(settings.bind(), BACKLOG);
            this.local = (InetSocketAddress) server.getLocalSocketAddress();
            this.advertised = new LocalAddress(settings, local);
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
        Thread.ofVirtual().name("sip-accept-" + settings.name()).start(this::accept);
        loop.schedule(tending, TEND_MS);
    }

    @Override
    public TransportSettings settings() {
        return settings;
    }

    @Override
    public InetSocketAddress local() {
        return local;
    }

    int connectionCount() {
        return connections.size();
    }

    @Override
    public void open(Target target, Consumer<Hop> opened, Consumer<String> refused) {
        Key key = key(target);
        StreamConnection known = byRemote.get(key);
        if (known != null && known.isOpen()) {
            opened.accept(known.hop());
            return;
        }
        List<Waiter> waiters = connecting.get(key);
        if (waiters != null) {
            waiters.add(new Waiter(opened, refused));
            return;
        }
        connecting.put(key, new ArrayList<>(List.of(new Waiter(opened, refused))));
        Thread.ofVirtual().name("sip-connect-" + target).start(() -> connect(target, key));
    }

    private Key key(Target target) {
        return new Key(target.address(), sockets.verifiesServers() ? target.serverName() : "");
    }

    private void connect(Target target, Key key) {
        try {
            Socket socket = sockets.connect(settings, target, limits.connectMs());
            try {
                Hop hop = hop(target.address());
                loop.execute(() ->
                        connected(key, new StreamConnection(hop, socket, this, StreamConnection.OUTBOX_TO_CHOSEN)));
            } catch (IOException | RejectedExecutionException e) {
                socket.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            String reason = "cannot connect to " + target + ": " + e.getMessage();
            onLoop(() -> refuse(key, reason));
        }
    }

    private void connected(Key key, StreamConnection connection) {
        if (closed) {
            connection.close("the transport is closed");
            return;
        }
        add(key, connection);
        List<Waiter> waiters = connecting.remove(key);
        if (waiters != null) {
            waiters.forEach(waiter -> waiter.opened.accept(connection.hop()));
        }
    }

    private void refuse(Key key, String reason) {
        List<Waiter> waiters = connecting.remove(key);
        if (waiters != null) {
            waiters.forEach(waiter -> waiter.refused.accept(reason));
        }
    }

    private void add(Key key, StreamConnection connection) {
        connections.put(connection.hop().connection(), connection);
        byRemote.put(key, connection);
        connection.start();
    }

    private Hop hop(InetSocketAddress remote) throws IOException {
        return new Hop(
                settings.name(),
                settings.protocol(),
                advertised.advertisedTo(remote),
                remote,
                NUMBERS.incrementAndGet());
    }

    private void accept() {
        while (!closed) {
            try {
                Socket socket = server.accept();
                if (accepted.incrementAndGet() > MAX_ACCEPTED) {
                    accepted.decrementAndGet();
                    drops.count(Drop.OVERLOAD);
                    socket.close();
                } else {
                    Thread.ofVirtual().name("sip-greet").start(() -> greet(socket));
                }
            } catch (IOException e) {
                if (!closed) {
                    LOG.warn("Transport '{}' cannot accept a connection: {}", settings.name(), e.getMessage());
                    LockSupport.parkNanos(WAIT_FOR_LOOP_NS);
                }
            }
        }
    }

    private void greet(Socket socket) {
        InetSocketAddress remote = (InetSocketAddress) socket.getRemoteSocketAddress();
        try {
            Socket ready = sockets.accept(settings, socket, limits.connectMs());
            Hop hop = hop(remote);
            StreamConnection connection =
                    new StreamConnection(hop, ready, new Accepted(), StreamConnection.OUTBOX_TO_STRANGERS);
            loop.execute(() -> {
                if (closed) {
                    connection.close("the transport is closed");
                } else {
                    add(new Key(remote, ""), connection);
                }
            });
        } catch (IOException | RuntimeException e) {
            accepted.decrementAndGet();
            LOG.debug("A connection from {} came to nothing: {}", remote, e.getMessage());
            try {
                socket.close();
            } catch (IOException _) {
                // It came to nothing.
            }
        }
    }

    @Override
    public void send(Hop hop, byte[] bytes) throws IOException {
        StreamConnection connection = connections.get(hop.connection());
        if (connection == null) {
            throw new IOException("the connection to " + hop + " is gone");
        }
        connection.send(bytes);
    }

    @Override
    public void onMessage(StreamConnection connection, StreamFramer.Message message) {
        for (int i = 0; i < WAITS_FOR_LOOP && connection.isOpen(); i++) {
            try {
                loop.execute(() -> listener.onMessage(connection.hop(), message.parsed(), message.raw()));
                return;
            } catch (RejectedExecutionException _) {
                LockSupport.parkNanos(WAIT_FOR_LOOP_NS); // the stream waits: the sender notices
            }
        }
        drops.count(Drop.QUEUE_FULL);
    }

    @Override
    public void onClosed(StreamConnection connection, String reason) {
        onLoop(() -> {
            if (connections.remove(connection.hop().connection(), connection)) {
                byRemote.values().remove(connection);
                listener.onConnectionLost(connection.hop(), reason);
            }
        });
    }

    private void onLoop(Runnable action) {
        if (loop.inLoop() && closed) {
            action.run();
            return;
        }
        for (int i = 0; i < WAITS_FOR_LOOP; i++) {
            try {
                loop.execute(action);
                return;
            } catch (RejectedExecutionException _) {
                if (closed) {
                    return;
                }
                LockSupport.parkNanos(WAIT_FOR_LOOP_NS);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        loop.timers().cancel(tending);
        try {
            server.close();
        } catch (IOException e) {
            LOG.debug("Closing {}: {}", local, e.toString());
        }
        List.copyOf(connections.values()).forEach(each -> each.close("the transport is closed"));
        List.copyOf(connecting.keySet()).forEach(key -> refuse(key, "the transport is closed"));
    }

    /** Connections of others count. */
    private final class Accepted implements StreamConnection.Owner {
        @Override
        public void onMessage(StreamConnection connection, StreamFramer.Message message) {
            StreamBinding.this.onMessage(connection, message);
        }

        @Override
        public void onClosed(StreamConnection connection, String reason) {
            accepted.decrementAndGet();
            StreamBinding.this.onClosed(connection, reason);
        }
    }
}
