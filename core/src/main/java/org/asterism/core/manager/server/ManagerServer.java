package org.asterism.core.manager.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.asterism.core.Pbx;
import org.asterism.core.event.Event;
import org.asterism.core.event.EventClass;
import org.asterism.core.log.Verbose;
import org.asterism.core.manager.ManagerAction;
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
    private static final String FAREWELL = "The switch ends";

    private final Pbx pbx;
    private final Supplier<@Nullable Event> fullyBooted;
    private final ActionDispatcher dispatcher;
    private final List<ManagerAction> ownActions;
    private final EventFeed feed;
    private final Listeners listeners = new Listeners(this::connected);
    private final Set<ManagerSession> sessions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Refusals refusals = new Refusals();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("manager-timer").daemon().factory());
    private volatile ManagerConfiguration configuration = ManagerConfiguration.CLOSED;
    private volatile boolean closed;

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
        feed = new EventFeed(pbx.events(), this::wanted, this::deliver, this::missed);
        timer.setRemoveOnCancelPolicy(true);
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy()); // once the switch ends
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
        sessions.forEach(this::follow);
        wantsChanged();
    }

    /** Gives a session the rights that its user has now, or logs it out. */
    private void follow(ManagerSession session) {
        ManagerUser before = session.user();
        if (before == null) {
            return;
        }
        ManagerUser now = configuration.enabled() ? configuration.user(before.name()) : null;
        if (now == null || !now.secret().equals(before.secret())) {
            LOG.info("Manager '{}' is logged out: manager.conf has changed", before.name());
            Thread.ofVirtual().start(() -> session.end("Logged out: manager.conf has changed"));
        } else {
            session.user(now);
        }
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
            refusals.refuse(connection, socket, sessions.size(), waiting, now.authLimit());
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
        if (closed) {
            session.end(FAREWELL); // it came too late to be seen by close
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
        follow(session); // the file may have changed since the password was compared
        return true;
    }

    /** Some session wants other events than before. */
    void wantsChanged() {
        feed.wantsChanged();
    }

    private Set<EventClass> wanted() {
        Set<EventClass> union = EnumSet.noneOf(EventClass.class);
        sessions.forEach(session -> union.addAll(session.wanted()));
        return union;
    }

    /** Takes a session off the list. */
    void ended(ManagerSession session) {
        if (!sessions.remove(session)) {
            return;
        }
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
        closed = true;
        synchronized (this) {
            listeners.close();
        }
        timer.shutdownNow();
        List<Thread> farewells = sessions.stream()
                .map(session -> Thread.ofVirtual().start(() -> session.end(FAREWELL)))
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
