package org.asterism.core.manager.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.asterism.core.event.Event;
import org.asterism.core.event.EventClass;
import org.asterism.core.manager.ActionRequest;
import org.asterism.core.manager.ManagerClient;
import org.asterism.core.manager.ManagerMessage;
import org.asterism.core.manager.MessageText;
import org.asterism.core.manager.config.ManagerUser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client: reads its actions and carries them out one after the other, on a thread of its own. */
final class ManagerSession implements Runnable, ManagerClient, MessageFraming.Receiver {
    /** What a client is greeted with: the version of the protocol, as Asterisk 22 has it. */
    static final String PROTOCOL_VERSION = "11.0.0";

    private static final Logger LOG = LoggerFactory.getLogger(ManagerSession.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int READ_BYTES = 8_192;
    /** How many messages a client may send before it has logged in: each costs an answer, and some a line in the log. */
    static final int MAX_MESSAGES_BEFORE_LOGIN = 100;

    private final ManagerServer server;
    private final Socket connection;
    private final Socket socket;
    private final int number;
    private final Instant began = Instant.now();
    private final Outbox outbox;
    private final MessageFraming framing = new MessageFraming(this);
    private final EventSelection events = new EventSelection();
    private volatile @Nullable ManagerUser user;
    private volatile boolean over;
    private volatile boolean welcomed;
    private int messagesBeforeLogin;
    private @Nullable String challenge;

    /**
     * @param server     what it is a session of
     * @param connection the TCP connection
     * @param socket     the same, or TLS on top of it whose handshake has not begun yet
     * @param number     names the session to people
     * @throws IOException the connection is gone already
     */
    ManagerSession(ManagerServer server, Socket connection, Socket socket, int number) throws IOException {
        this.server = server;
        this.connection = connection;
        this.socket = socket;
        this.number = number;
        outbox = new Outbox(socket.getOutputStream(), this::abort, this::dropNotice);
        // Before anybody can end the session: what it is told then comes after it.
        outbox.offer(EventText.bytes("Asterisk Call Manager/" + PROTOCOL_VERSION + "\r\n"));
    }

    @Override
    public void run() {
        Thread.ofVirtual().name("manager-writer").start(outbox);
        try {
            byte[] bytes = new byte[READ_BYTES];
            while (!over) {
                int n = socket.getInputStream().read(bytes);
                if (n < 0) {
                    return;
                }
                framing.feed(bytes, 0, n);
            }
        } catch (IOException | SessionEnded e) {
            LOG.debug("Manager session {} ends: {}", number, e.toString());
        } finally {
            close();
        }
    }

    // What the client sends.

    @Override
    public void message(ManagerMessage message) {
        if (!over && mayGoOn()) {
            server.dispatcher().dispatch(this, new ActionRequest(this, message, this::send));
        }
    }

    @Override
    public void malformed(String reason) {
        if (!over && mayGoOn()) {
            LOG.warn("Discarding message from {}. {}", host(), reason);
            send(new MessageText()
                    .fields("Response", "Error", "Message", reason)
                    .end());
        }
    }

    private boolean mayGoOn() {
        if (user != null || ++messagesBeforeLogin <= MAX_MESSAGES_BEFORE_LOGIN) {
            return true;
        }
        LOG.warn("{} sent {} messages without logging in and is disconnected", host(), MAX_MESSAGES_BEFORE_LOGIN);
        send(new MessageText()
                .fields("Response", "Error", "Message", "Too many messages before the login")
                .end());
        over = true;
        return false;
    }

    /** Sends an answer; waits while the client does not read. */
    void send(String text) {
        send(text, () -> {});
    }

    /** Sends the answer to the login, and events only after it. */
    void welcome(String answer) {
        send(answer, () -> welcomed = true);
    }

    private void send(String text, Runnable whenQueued) {
        try {
            outbox.put(EventText.bytes(text), whenQueued);
        } catch (IOException e) {
            abort();
            throw new SessionEnded(String.valueOf(e.getMessage()));
        }
    }

    /** Takes nothing more from the client; the connection is closed once it has its last answer. */
    void end() {
        over = true;
    }

    /** Tells the client why, and ends the connection. Any thread; waits a bounded time. */
    void end(String reason) {
        // Before the session's own thread can see that it is over: it closes the connection, and nobody would hear why.
        outbox.last(EventText.bytes(
                new MessageText().fields("Response", "Error", "Message", reason).end()));
        over = true;
        close();
    }

    /**
     * Closes the connection once what there is has been sent, or the client does not read it. The session is taken off the list
     * before: a client that sees the end may come again at once.
     */
    private void close() {
        boolean written = outbox.finish();
        server.ended(this);
        if (written) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.debug("Closing manager session {}: {}", number, e.toString());
            }
        }
        abort();
    }

    /** Closes the connection at once, under TLS too: closing that waits for a write that waits for the client. Any thread. */
    private void abort() {
        over = true;
        try {
            connection.close();
        } catch (IOException e) {
            LOG.debug("Closing manager session {}: {}", number, e.toString());
        }
    }

    // Who it is.

    /** {@return who has logged in, {@code null} before} */
    @Nullable
    ManagerUser user() {
        return user;
    }

    /** Logs the client in, or changes its rights when manager.conf has changed. */
    void user(ManagerUser newUser) {
        ManagerUser before = user;
        events.replace(before == null ? List.of() : before.filters(), newUser.filters());
        user = newUser;
    }

    @Override
    public String userName() {
        ManagerUser known = user;
        return known == null ? "" : known.name();
    }

    @Override
    public boolean mayWrite(EventClass eventClass) {
        ManagerUser known = user;
        return known != null && known.write().contains(eventClass);
    }

    /** {@return a new challenge; the one before is void} */
    String newChallenge() {
        String made = String.valueOf(RANDOM.nextLong(100_000_000L, Long.MAX_VALUE));
        challenge = made;
        return made;
    }

    /** {@return the challenge, once: it is void then; {@code null} when there is none} */
    @Nullable
    String takeChallenge() {
        String taken = challenge;
        challenge = null;
        return taken;
    }

    // What it gets to see.

    /** {@return what the client wants to see of what it may see} */
    EventSelection events() {
        return events;
    }

    /** {@return the classes of events that it may see and wants to} */
    Set<EventClass> wanted() {
        ManagerUser known = user;
        return known == null ? Set.of() : events.of(known.read());
    }

    /** Sends an event that is wanted. Any thread; never waits. */
    void deliver(Event event, String text, byte[] bytes) {
        ManagerUser known = user;
        if (welcomed && known != null && known.read().contains(event.eventClass()) && events.takes(event, text)) {
            outbox.offer(bytes);
        }
    }

    /** Counts events that were lost on their way here. */
    void missed(long count) {
        if (!wanted().isEmpty()) {
            outbox.missed(count);
        }
    }

    private byte[] dropNotice(long count) {
        return EventText.bytes(new MessageText()
                .fields("Event", "EventsDropped", "Privilege", "system,all", "Count", String.valueOf(count))
                .end());
    }

    // What people see of it.

    /** {@return a number that no other session of this process has} */
    int number() {
        return number;
    }

    /** {@return when the client connected} */
    Instant began() {
        return began;
    }

    /** {@return how many events it has lost} */
    long dropped() {
        return outbox.droppedInAll();
    }

    /** {@return the client's address without its port} */
    String host() {
        return socket.getInetAddress().getHostAddress();
    }

    /** {@return the client's address} */
    InetSocketAddress remote() {
        return (InetSocketAddress) socket.getRemoteSocketAddress();
    }

    /** {@return the address the client has connected to} */
    InetSocketAddress local() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** The connection ended while an action was being answered. */
    static final class SessionEnded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SessionEnded(String reason) {
            super(reason, null, false, false);
        }
    }
}
