package org.asterism.core.net;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.asterism.core.net.dns.DnsResponses;
import org.asterism.core.net.dns.DnsSettings;
import org.jspecify.annotations.Nullable;

/** A DNS server on the loopback interface that knows what it is told; it is silent about all other names. */
final class FakeNameServer implements AutoCloseable {

    /** Pseudo types of the table: what is said over UDP first where the real answer goes over TCP. */
    private static final String TCP = "tcp ";

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Map<String, DnsResponses> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch mayAnswer = new CountDownLatch(0);

    FakeNameServer() throws IOException {
        DatagramSocket datagrams = newSocket();
        ServerSocket streams = listenOnSamePort(datagrams);
        while (streams == null) {
            datagrams.close();
            datagrams = newSocket();
            streams = listenOnSamePort(datagrams);
        }
        udp = datagrams;
        tcp = streams;
        Thread.ofVirtual().start(this::serveUdp);
        Thread.ofVirtual().start(this::serveTcp);
    }

    private static DatagramSocket newSocket() throws IOException {
        return new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
    }

    /** Null where somebody else has the port. */
    private static @Nullable ServerSocket listenOnSamePort(DatagramSocket datagrams) throws IOException {
        try {
            return new ServerSocket(datagrams.getLocalPort(), 5, datagrams.getLocalAddress());
        } catch (BindException _) {
            return null;
        }
    }

    DnsSettings settings(int timeoutMs, String... searchDomains) {
        InetSocketAddress address = new InetSocketAddress(udp.getLocalAddress(), udp.getLocalPort());
        return new DnsSettings(List.of(address), List.of(searchDomains), 1, timeoutMs, 1);
    }

    void answer(int type, String name, DnsResponses response) {
        answers.put(type + " " + name, response);
    }

    void answerByTcp(int type, String name, DnsResponses response) {
        answer(type, name, new DnsResponses().truncated());
        answers.put(TCP + type + " " + name, response);
    }

    /** Leaves questions waiting for their answers until {@link #goOn}. */
    void hold() {
        mayAnswer = new CountDownLatch(1);
    }

    void goOn() {
        mayAnswer.countDown();
    }

    void forget() {
        answers.clear();
    }

    /** {@return the questions so far, as type and name} */
    List<String> asked() {
        return asked;
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }

    private byte[] answerTo(String transport, byte[] query) {
        String question = DnsResponses.questionType(query) + " " + DnsResponses.questionName(query);
        asked.add(transport + question);
        try {
            mayAnswer.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        DnsResponses known = answers.get(transport + question);
        return known == null ? new byte[0] : known.to(query);
    }

    private void serveUdp() {
        byte[] buffer = new byte[512];
        while (!udp.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                byte[] answer = answerTo("", Arrays.copyOf(buffer, packet.getLength()));
                if (answer.length > 0) {
                    // A forgery first: it must not be believed.
                    byte[] forged = answer.clone();
                    forged[0]++;
                    udp.send(new DatagramPacket(forged, forged.length, packet.getSocketAddress()));
                    udp.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                if (!udp.isClosed()) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try (Socket socket = tcp.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                byte[] query = new byte[in.readUnsignedShort()];
                in.readFully(query);
                byte[] answer = answerTo(TCP, query);
                socket.getOutputStream()
                        .write(ByteBuffer.allocate(2 + answer.length)
                                .putShort((short) answer.length)
                                .put(answer)
                                .array());
            } catch (IOException e) {
                if (!tcp.isClosed()) {
                    throw new AssertionError(e);
                }
            }
        }
    }
}
