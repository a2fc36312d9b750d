package org.asterism.interop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A manager client as plain as telnet: sends lines, reads messages. */
final class AmiClient implements AutoCloseable {
    private final Socket socket = new Socket();
    private final BufferedReader reader;

    AmiClient(String address, int port) throws IOException {
        socket.connect(new InetSocketAddress(address, port), 60_000);
        socket.setSoTimeout(60_000);
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        reader.readLine();
    }

    void login(String user, String secret, String events) throws IOException {
        send("Action: Login", "Username: " + user, "Secret: " + secret, "Events: " + events);
        List<String> answer = readUntil("Response: ");
        if (!answer.contains("Message: Authentication accepted")) {
            throw new IOException("Not logged in: " + answer);
        }
    }

    void send(String... lines) throws IOException {
        socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The lines of the next message. */
    List<String> read() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            lines.add(line);
        }
        if (lines.isEmpty()) {
            throw new IOException("The connection has ended");
        }
        return lines;
    }

    /** The next message whose first line begins like that. */
    List<String> readUntil(String firstLine) throws IOException {
        List<String> message = read();
        while (!message.getFirst().startsWith(firstLine)) {
            message = read();
        }
        return message;
    }

    /** Everything an action is answered with: the response, and the list where one follows. */
    List<List<String>> ask(String... lines) throws IOException {
        send(lines);
        List<List<String>> messages = new ArrayList<>();
        messages.add(readUntil("Response: "));
        boolean list = messages.getFirst().contains("EventList: start");
        while (list) {
            List<String> next = read();
            messages.add(next);
            list = !next.contains("EventList: Complete");
        }
        return messages;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
