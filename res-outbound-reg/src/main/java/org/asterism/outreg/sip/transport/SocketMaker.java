package org.asterism.outreg.sip.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketOption;
import org.asterism.outreg.sip.config.TransportSettings;
import org.asterism.outreg.sip.config.TransportSettings.TcpKeepAlive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes sockets ready for SIP: plain ones here, those of TLS in {@link TlsSockets}. Blocks; any thread. */
class SocketMaker {
    private static final Logger LOG = LoggerFactory.getLogger(SocketMaker.class);

    /** {@return whether a connection is good for one server name only} */
    boolean verifiesServers() {
        return false;
    }

    /**
     * Connects.
     *
     * @throws IOException that fails or takes too long
     */
    Socket connect(TransportSettings settings, Target target, int timeoutMs) throws IOException {
        Socket socket = new Socket();
        try {
            prepare(settings, socket);
            if (!settings.bind().getAddress().isAnyLocalAddress()) {
                socket.bind(new InetSocketAddress(settings.bind().getAddress(), 0));
            }
            socket.connect(target.address(), timeoutMs);
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Makes an accepted socket ready.
     *
     * @throws IOException that fails or takes too long
     */
    Socket accept(TransportSettings settings, Socket socket, int timeoutMs) throws IOException {
        prepare(settings, socket);
        return socket;
    }

    private static void prepare(TransportSettings settings, Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        if (settings.tos() != 0) {
            socket.setTrafficClass(settings.tos());
        }
        TcpKeepAlive keepAlive = settings.tcpKeepAlive();
        if (keepAlive != null) {
            socket.setKeepAlive(true);
            set(socket, "TCP_KEEPIDLE", (int) keepAlive.idle().toSeconds());
            set(socket, "TCP_KEEPINTERVAL", (int) keepAlive.interval().toSeconds());
            set(socket, "TCP_KEEPCOUNT", keepAlive.probes());
        }
    }

    /** These options are not in every Java, so they are looked for by name. */
    @SuppressWarnings("unchecked")
    private static void set(Socket socket, String name, int value) throws IOException {
        for (SocketOption<?> option : socket.supportedOptions()) {
            if (option.name().equals(name) && option.type().equals(Integer.class)) {
                socket.setOption((SocketOption<Integer>) option, value);
                return;
            }
        }
        LOG.debug("This Java cannot set {}", name);
    }
}
