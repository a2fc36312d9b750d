package org.asterism.core.cli.console;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets remote consoles in, over a UNIX domain socket: each is served by a virtual thread, and there is a bound to their number. */
public final class RemoteConsoleServer implements AutoCloseable {
    /** How many remote consoles there can be. */
    public static final int MAX_CONSOLES = 128;
    /** The socket's mode where asterisk.conf has no {@code astctlpermissions}: only who runs the switch may connect. */
    public static final Set<PosixFilePermission> OWNER_ONLY = Set.copyOf(PosixFilePermissions.fromString("rw-------"));

    private static final Logger LOG = LoggerFactory.getLogger(RemoteConsoleServer.class);
    private static final long GREETING_MS = 10_000;
    private static final long LAST_ANSWERS_MS = 1_000;

    private final ConsoleService service;
    private final ControlSocket socket;
    private final long patienceMs;
    private final Set<RemoteSession> sessions = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private RemoteConsoleServer(ConsoleService service, ControlSocket socket, long patienceMs) {
        this.service = service;
        this.socket = socket;
        this.patienceMs = patienceMs;
    }

    /**
     * Opens the socket and begins to serve.
     *
     * @param path    the socket's file, such as {@code asterisk.ctl} in astrundir; one that nobody answers on is replaced
     * @param mode    who may connect
     * @param service what consoles can do
     * @return the server
     * @throws IOException the socket cannot be made, or another process answers on it; the message says so
     */
    public static RemoteConsoleServer open(Path path, Set<PosixFilePermission> mode, ConsoleService service)
            throws IOException {
        return open(path, mode, service, LAST_ANSWERS_MS);
    }

    /** Opens the socket; waits that long for running commands when it is closed, and for consoles to take their last messages. */
    static RemoteConsoleServer open(Path path, Set<PosixFilePermission> mode, ConsoleService service, long patienceMs)
            throws IOException {
        RemoteConsoleServer server = new RemoteConsoleServer(service, ControlSocket.open(path, mode), patienceMs);
        Thread.ofVirtual().name("console-accept").start(server::acceptAll);
        return server;
    }

    /** {@return how many consoles are connected} */
    public int consoles() {
        return sessions.size();
    }

    private void acceptAll() {
        while (!closed) {
            try {
                accept(socket.accept());
            } catch (ClosedChannelException _) {
                return;
            } catch (IOException e) {
                LOG.warn("A remote console could not connect: {}", e.toString());
                LockSupport.parkNanos(100_000_000L); // out of file descriptors, say: do not spin
            }
        }
    }

    private void accept(SocketChannel channel) throws IOException {
        if (sessions.size() >= MAX_CONSOLES) {
            LOG.warn("A remote console was refused: there are {} already", MAX_CONSOLES);
            channel.close();
            return;
        }
        RemoteSession session = new RemoteSession(service, channel, patienceMs, sessions::remove);
        sessions.add(session);
        Thread.ofVirtual().name("console").start(session);
        Thread.ofVirtual().name("console-greeting").start(() -> expectGreeting(session));
        if (closed) {
            session.end(""); // it came too late to be seen by close
        }
    }

    private static void expectGreeting(RemoteSession session) {
        LockSupport.parkNanos(GREETING_MS * 1_000_000L);
        if (!session.greeted()) {
            session.end("No greeting within " + GREETING_MS / 1000 + " s");
        }
    }

    /** Lets commands that run come to their end for a moment, says farewell to all consoles and removes the socket. */
    @Override
    public void close() {
        closed = true;
        try {
            socket.close();
        } catch (IOException e) {
            LOG.warn("The control socket could not be removed: {}", e.toString());
        }
        long deadline = System.nanoTime() + patienceMs * 1_000_000L;
        while (sessions.stream().anyMatch(RemoteSession::busy) && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(5_000_000L);
        }
        for (RemoteSession session : Set.copyOf(sessions)) {
            session.end("");
        }
    }
}
