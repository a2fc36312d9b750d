package org.asterism.core.manager.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A manager client that sends lines and reads messages; a message that does not come within ten seconds fails the test. */
final class Client implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader reader;

    Client(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(60_000);
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    static Client connect(InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        socket.connect(address, 60_000);
        return new Client(socket);
    }

    /** The first line the server sends. */
    String line() throws IOException {
        return reader.readLine();
    }

    /** Sends a message of these lines. */
    void send(String... lines) throws IOException {
        sendRaw(String.join("\r\n", lines) + "\r\n\r\n");
    }

    void sendRaw(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The lines of the next message; none at the end of the connection. */
    List<String> read() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    /** The next message that begins with this line; others are passed over. */
    List<String> readUntil(String firstLine) throws IOException {
        for (List<String> message = read(); !message.isEmpty(); message = read()) {
            if (message.getFirst().equals(firstLine)) {
                return message;
            }
        }
        throw new IOException("The connection ended before a message beginning " + firstLine);
    }

    /** Sends an action and reads the answer. */
    List<String> ask(String... lines) throws IOException {
        send(lines);
        List<String> message = read();
        while (!message.isEmpty() && !message.getFirst().startsWith("Response: ")) {
            message = read();
        }
        return message;
    }

    List<String> login(String user, String secret, String... more) throws IOException {
        line();
        List<String> lines = new ArrayList<>(List.of("Action: Login", "Username: " + user, "Secret: " + secret));
        lines.addAll(List.of(more));
        return ask(lines.toArray(new String[0]));
    }

    boolean ended() throws IOException {
        try {
            return read().isEmpty();
        } catch (java.net.SocketException _) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
