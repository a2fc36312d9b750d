package org.asterism.core.manager.server;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocket;
import org.asterism.core.manager.MessageText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends clients away for whom there is no room. Safe for any thread. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final long TELL_EVERY_NS = 10_000_000_000L;

    private final AtomicLong refused = new AtomicLong();
    private volatile long toldNanos = System.nanoTime() - TELL_EVERY_NS;

    /**
     * Tells a client why, and closes its connection. Does not wait for it.
     *
     * @param connection the TCP connection
     * @param socket     the same, or TLS on top of it
     * @param sessions   how many there are
     * @param waiting    how many of them have not logged in
     * @param authLimit  how many of those there may be
     */
    void refuse(Socket connection, Socket socket, int sessions, long waiting, int authLimit) {
        log(connection, sessions, waiting, authLimit);
        Thread.ofVirtual().start(() -> refuse(connection, socket));
    }

    /** Not once for each: who knocks must not be able to fill the log. */
    private void log(Socket connection, int sessions, long waiting, int authLimit) {
        long count = refused.incrementAndGet();
        long now = System.nanoTime();
        if (now - toldNanos >= TELL_EVERY_NS) {
            toldNanos = now;
            refused.addAndGet(-count);
            LOG.warn(
                    "{} manager connections were refused, the last from {}: {} sessions, {} of them not logged in"
                            + " (more may log in at a time with a higher authlimit in manager.conf, now {})",
                    count,
                    connection.getInetAddress().getHostAddress(),
                    sessions,
                    waiting,
                    authLimit);
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
}
