package org.asterism.core.manager.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.asterism.core.Pbx;
import org.asterism.core.event.Event;
import org.asterism.core.log.Verbose;
import org.asterism.core.manager.ManagerAction;
import org.asterism.core.manager.MessageText;
import org.asterism.core.manager.config.ManagerConfiguration;
import org.asterism.core.manager.config.ManagerUser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The manager interface: its ports, its clients, and the events they get. Safe for any thread. */
public final class ManagerServer implements AutoCloseable {
    /** How many clients there can be, logged in or not. */
    public static final int MAX_SESSIONS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(ManagerServer.class);
    private static final long TELL_REFUSED_EVERY_NS = 10_000_000_000L;

    private final Pbx pbx;
    private final Supplier<@Nullable Event> fullyBooted;
    private final ActionDispatcher dispatcher;
    private final List<ManagerAction> ownActions;
    private final EventFeed feed;
    private final Listeners listeners = new Listeners(this::connected);
    private final Set<ManagerSession> sessions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicLong refused = new AtomicLong();
    private volatile long toldRefusedNanos = System.nanoTime() - TELL_REFUSED_EVERY_NS;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("manager-timer").daemon().factory());
    private volatile ManagerConfiguration configuration = ManagerConfiguration.CLOSED;

    /**
     * A server that is closed until {@link #apply}.
     *
     * @param pbx         the switch
     * @param fullyBooted the event that new clients get, {@code null} while the switch starts
     */
    public ManagerServer(Pbx pbx, Supplier<@Nullable Event> fullyBooted) {
        this.pbx = pbx;
        this.fullyBooted = fullyBooted;
        SecurityReports security = new SecurityReports(pbx.events());
        dispatcher = new ActionDispatcher(pbx.managerActions(), security);
        ownActions = new SessionActions(this, pbx.managerActions(), security).all();
        feed = new EventFeed(pbx.events(), this::deliver, this::missed);
        timer.setRemoveOnCancelPolicy(true);
    }

    /** {@return the actions that the server itself brings} */
    public List<ManagerAction> actions() {
        return ownActions;
    }

    /** {@return what is in force} */
    public ManagerConfiguration configuration() {
        return configuration;
    }

    /**
     * Puts a configuration in force: ports that change are closed and opened, users that are no more are logged out, those whose
     * rights have changed have the new ones.
     *
     * @param next the configuration
     * @throws IOException a port cannot be opened: everything stays as it was
     */
    public synchronized void apply(ManagerConfiguration next) throws IOException {
        listeners.apply(next);
        configuration = next;
        for (ManagerSession session : sessions) {
            ManagerUser before = session.user();
            if (before != null) {
                ManagerUser now = next.enabled() ? next.user(before.name()) : null;
                if (now == null || !now.secret().equals(before.secret())) {
                    LOG.info("Manager '{}' is logged out: manager.conf has changed", before.name());
                    Thread.ofVirtual().start(() -> session.end("Logged out: manager.conf has changed"));
                } else {
                    session.user(now);
                }
            }
        }
        wantsChanged();
    }

    /** {@return where clients can connect, in clear first} */
    public synchronized List<InetSocketAddress> addresses() {
        return listeners.addresses();
    }

    /** {@return clients that have logged in} */
    public List<ConnectedClient> clients() {
        return sessions.stream()
                .sorted(Comparator.comparingInt(ManagerSession::number))
                .flatMap(session -> Stream.ofNullable(describe(session)))
                .toList();
    }

    private static @Nullable ConnectedClient describe(ManagerSession session) {
        ManagerUser user = session.user();
        return user == null
                ? null
                : new ConnectedClient(
                        session.number(),
                        user.name(),
                        session.host(),
                        session.began(),
                        session.dropped(),
                        MaskBits.of(user.read()),
                        MaskBits.of(user.write()));
    }

    /**
     * Ends a session.
     *
     * @param number as {@link ConnectedClient#number}
     * @return whether there was one
     */
    public boolean kick(int number) {
        for (ManagerSession session : sessions) {
            if (session.number() == number) {
                session.end("Kicked by an operator");
                return true;
            }
        }
        return false;
    }

    private void connected(Socket connection, Socket socket) throws IOException {
        ManagerConfiguration now = configuration;
        long waiting = sessions.stream().filter(each -> each.user() == null).count();
        if (waiting >= now.authLimit() || sessions.size() >= MAX_SESSIONS) {
            tellRefused(connection, waiting);
            Thread.ofVirtual().start(() -> refuse(connection, socket));
            return;
        }
        ManagerSession session = new ManagerSession(this, connection, socket, numbers.incrementAndGet());
        sessions.add(session);
        ScheduledFuture<?> deadline = timer.schedule(
                () -> endUnlessLoggedIn(session, now.authTimeout().toSeconds()),
                now.authTimeout().toMillis(),
                TimeUnit.MILLISECONDS);
        Thread.ofVirtual().name("manager-" + session.number()).start(() -> {
            session.run();
            deadline.cancel(false);
        });
    }

    /** Not once for each: who knocks must not be able to fill the log. */
    private void tellRefused(Socket connection, long waiting) {
        long count = refused.incrementAndGet();
        long now = System.nanoTime();
        if (now - toldRefusedNanos >= TELL_REFUSED_EVERY_NS) {
            toldRefusedNanos = now;
            refused.addAndGet(-count);
            LOG.warn(
                    "{} manager connections were refused, the last from {}: {} sessions, {} of them not logged in"
                            + " (more may log in at a time with a higher authlimit in manager.conf, now {})",
                    count,
                    connection.getInetAddress().getHostAddress(),
                    sessions.size(),
                    waiting,
                    configuration.authLimit());
        }
    }

    /** Says why in clear text; with TLS the connection is just closed, because a handshake would be work for a stranger. */
    private static void refuse(Socket connection, Socket socket) {
        try (connection) {
            if (!(socket instanceof SSLSocket)) {
                connection
                        .getOutputStream()
                        .write(EventText.bytes(new MessageText()
                                .fields("Response", "Error", "Message", "Too many connections, try again later")
                                .end()));
            }
        } catch (IOException e) {
            LOG.debug("A refused manager client is gone: {}", e.toString());
        }
    }

    private static void endUnlessLoggedIn(ManagerSession session, long seconds) {
        if (session.user() == null) {
            Verbose.say(2, "Client from " + session.host() + ", failed to authenticate in " + seconds + " seconds");
            Thread.ofVirtual().start(() -> session.end("Authentication timeout"));
        }
    }

    // For sessions.

    ActionDispatcher dispatcher() {
        return dispatcher;
    }

    @Nullable
    Event fullyBooted() {
        return fullyBooted.get();
    }

    /** Logs a client in, unless the user is and may be so once only. */
    synchronized boolean admit(ManagerSession session, ManagerUser user) {
        boolean there = sessions.stream().anyMatch(each -> each.userName().equals(user.name()));
        if (there && !user.allowMultipleLogin()) {
            return false;
        }
        session.user(user);
        return true;
    }

    /** Some session wants other events than before. */
    void wantsChanged() {
        feed.want(sessions.stream().map(ManagerSession::wanted).toList());
    }

    /** Takes a session off the list. */
    void ended(ManagerSession session) {
        sessions.remove(session);
        wantsChanged();
        ManagerUser user = session.user();
        if (user == null) {
            Verbose.say(2, "Connect attempt from '" + session.host() + "' unable to authenticate");
        } else if (user.displayConnects()) {
            Verbose.say(2, "Manager '" + user.name() + "' logged off from " + session.host());
        }
    }

    /** Sends one session an event, if it wants it. */
    void deliver(ManagerSession session, Event event) {
        String text = EventText.of(event, Instant.now(), configuration, pbx.systemName());
        session.deliver(event, text, EventText.bytes(text));
    }

    private void deliver(EventFeed.Occurrence occurrence) {
        ManagerConfiguration now = configuration;
        if (now.disables(occurrence.event().name())) {
            return;
        }
        String text = EventText.of(occurrence.event(), occurrence.when(), now, pbx.systemName());
        byte[] bytes = EventText.bytes(text);
        for (ManagerSession session : sessions) {
            session.deliver(occurrence.event(), text, bytes);
        }
    }

    private void missed(long count) {
        sessions.forEach(session -> session.missed(count));
    }

    @Override
    public void close() {
        synchronized (this) {
            listeners.close();
        }
        timer.shutdownNow();
        List<Thread> farewells = sessions.stream()
                .map(session -> Thread.ofVirtual().start(() -> session.end("The switch ends")))
                .toList();
        for (Thread farewell : farewells) {
            try {
                farewell.join(Duration.ofSeconds(2));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        feed.close();
    }
}
