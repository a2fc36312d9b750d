package org.asterism.interop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A registrar over TCP whose connections end as no SIPp would end them. */
final class StreamRegistrar implements RecordingRegistrar {
    /** What becomes of a connection. */
    enum Manner {
        /** Half of the answer, then the end of the connection. */
        TRUNCATES,
        /** Half of the answer, then nothing more. */
        STALLS,
        /** A grant, then the end of the connection; the next one lasts. */
        GRANTS_AND_CLOSES
    }

    private final ServerSocket server;
    private final Manner manner;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    private StreamRegistrar(ServerSocket server, Manner manner) {
        this.server = server;
        this.manner = manner;
    }

    static StreamRegistrar start(Manner manner) {
        try {
            StreamRegistrar started =
                    new StreamRegistrar(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), manner);
            Thread.ofVirtual().start(started::accept);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (true) {
            try {
                Socket connection = server.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            StringBuilder copied = new StringBuilder();
            String contact = "";
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("CSeq:")) {
                    requests.add(Request.of(System.currentTimeMillis() / 1000.0, line));
                }
                if (line.matches("(Via|From|To|Call-ID|CSeq):.*")) {
                    copied.append(line).append("\r\n");
                } else if (line.startsWith("Contact:")) {
                    contact = line;
                } else if (line.isEmpty()) {
                    answer(
                            connection,
                            "SIP/2.0 200 OK\r\n" + copied + contact + ";expires=3600\r\nContent-Length: 0\r\n\r\n");
                    copied.setLength(0);
                }
            }
        } catch (IOException _) {
            // The other side has ended the connection.
        }
    }

    private void answer(Socket connection, String whole) throws IOException {
        boolean grants = manner == Manner.GRANTS_AND_CLOSES;
        String sent = grants ? whole : whole.substring(0, whole.length() / 2);
        connection.getOutputStream().write(sent.getBytes(StandardCharsets.UTF_8));
        if (manner == Manner.TRUNCATES || (grants && requests.size() == 1)) {
            connection.close();
        }
    }

    @Override
    public int port() {
        return server.getLocalPort();
    }

    @Override
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket each : connections) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
