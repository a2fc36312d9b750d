package org.asterism.core.manager.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A TCP port on which manager clients connect, in clear or with TLS. */
final class ManagerListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ManagerListener.class);
    private static final int BACKLOG = 64;

    /** Takes connections. */
    interface Visitors {
        /**
         * Somebody has connected.
         *
         * @param connection the TCP connection
         * @param socket     the same, or TLS on top of it
         * @throws IOException it is gone already
         */
        void connected(Socket connection, Socket socket) throws IOException;
    }

    private final ServerSocket server;
    private final Visitors visitors;
    private volatile @Nullable SSLContext tls;

    private ManagerListener(ServerSocket server, @Nullable SSLContext tls, Visitors visitors) {
        this.server = server;
        this.tls = tls;
        this.visitors = visitors;
    }

    /**
     * Begins to listen.
     *
     * @param address  where; port 0 for any
     * @param tls      our certificate and key, {@code null} for connections in clear
     * @param visitors takes connections, on the listener's thread; must not block
     * @return the listener
     * @throws IOException the address is not ours or in use; the message names it
     */
    static ManagerListener open(InetSocketAddress address, @Nullable SSLContext tls, Visitors visitors)
            throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(address, BACKLOG);
        } catch (IOException e) {
            server.close();
            throw new IOException(
                    "the manager interface cannot listen on " + text(address) + " (" + e.getMessage()
                            + "); change bindaddr or port in manager.conf, or end who uses it",
                    e);
        }
        ManagerListener listener = new ManagerListener(server, tls, visitors);
        Thread.ofVirtual().name("manager-accept").start(listener::acceptAll);
        return listener;
    }

    /** {@return where it listens} */
    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    /** {@return our certificate and key, {@code null} for connections in clear} */
    @Nullable
    SSLContext tls() {
        return tls;
    }

    /** Uses another certificate for connections from now on. */
    void tls(@Nullable SSLContext context) {
        tls = context;
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                try {
                    socket.setTcpNoDelay(true);
                    socket.setKeepAlive(true);
                    visitors.connected(socket, wrap(socket));
                } catch (IOException e) {
                    LOG.debug("A manager client is gone already: {}", e.toString());
                    socket.close();
                }
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.warn("A manager client could not connect: {}", e.toString());
                    LockSupport.parkNanos(100_000_000L); // out of file descriptors, say: do not spin
                }
            }
        }
    }

    /** The handshake comes with the first byte that is read or written, on the session's thread. */
    private Socket wrap(Socket socket) throws IOException {
        SSLContext context = tls;
        if (context == null) {
            return socket;
        }
        SSLSocket secured = (SSLSocket) context.getSocketFactory()
                .createSocket(socket, socket.getInetAddress().getHostAddress(), socket.getPort(), true);
        secured.setUseClientMode(false);
        return secured;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("Closing the manager interface on {}: {}", text(address()), e.toString());
        }
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
