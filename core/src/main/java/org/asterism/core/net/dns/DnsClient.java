package org.asterism.core.net.dns;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;

/** Asks DNS servers, one after the other, over UDP and where that is too small over TCP. Blocks; any thread may use it. */
public final class DnsClient {

    private static final int MAX_DATAGRAM_BYTES = 4096;
    private static final int ID_BOUND = 1 << 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final DnsSettings settings;

    /**
     * Creates a client.
     *
     * @param settings servers and patience
     */
    public DnsClient(DnsSettings settings) {
        this.settings = settings;
    }

    /**
     * Asks for the records of a name.
     *
     * @param name absolute, in ASCII
     * @param type which records
     * @return an answer: records, none of this type, or no such name
     * @throws IOException if the name cannot be asked for, or no server gave an answer; the message says what happened last
     */
    public DnsAnswer ask(String name, RecordType type) throws IOException {
        int id = RANDOM.nextInt(ID_BOUND);
        byte[] query = DnsMessage.query(id, name, type);
        IOException last = new IOException("there is no DNS server");
        for (int attempt = 0; attempt < settings.attempts(); attempt++) {
            for (InetSocketAddress server : settings.servers()) {
                try {
                    DnsAnswer answer = ask(server, query, id, name, type);
                    if (answer.status() != DnsAnswer.Status.FAILED) {
                        return answer;
                    }
                    last = new IOException("DNS server " + server + " cannot answer for " + name);
                } catch (IOException e) {
                    last = e;
                }
            }
        }
        throw last;
    }

    private DnsAnswer ask(InetSocketAddress server, byte[] query, int id, String name, RecordType type)
            throws IOException {
        DnsAnswer answer = askByUdp(server, query, id, name, type);
        return answer.status() == DnsAnswer.Status.TRUNCATED ? askByTcp(server, query, id, name, type) : answer;
    }

    private DnsAnswer askByUdp(InetSocketAddress server, byte[] query, int id, String name, RecordType type)
            throws IOException {
        // A socket of its own and connected: the port cannot be guessed, and nobody but the server is listened to.
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(server);
            socket.send(new DatagramPacket(query, query.length));
            byte[] bytes = new byte[MAX_DATAGRAM_BYTES];
            long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.timeoutMs());
            while (true) {
                long leftMs = TimeUnit.NANOSECONDS.toMillis(deadlineNs - System.nanoTime());
                if (leftMs <= 0) {
                    throw timeout(server, name);
                }
                socket.setSoTimeout((int) leftMs);
                DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
                receive(socket, packet, server, name);
                try {
                    return DnsMessage.read(ByteBuffer.wrap(bytes, 0, packet.getLength()), id, name, type);
                } catch (IOException _) {
                    // Late answers to earlier questions, and forgeries, must not keep the real one from being heard.
                }
            }
        }
    }

    private static void receive(DatagramSocket socket, DatagramPacket packet, InetSocketAddress server, String name)
            throws IOException {
        try {
            socket.receive(packet);
        } catch (SocketTimeoutException e) {
            IOException timeout = timeout(server, name);
            timeout.initCause(e);
            throw timeout;
        } catch (IOException e) {
            throw new IOException("DNS server " + server + " cannot be reached: " + e.getMessage(), e);
        }
    }

    private DnsAnswer askByTcp(InetSocketAddress server, byte[] query, int id, String name, RecordType type)
            throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(server, settings.timeoutMs());
            socket.setSoTimeout(settings.timeoutMs());
            OutputStream out = socket.getOutputStream();
            out.write(ByteBuffer.allocate(Short.BYTES + query.length)
                    .putShort((short) query.length)
                    .put(query)
                    .array());
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] bytes = new byte[in.readUnsignedShort()];
            in.readFully(bytes);
            return DnsMessage.read(ByteBuffer.wrap(bytes), id, name, type);
        }
    }

    private static IOException timeout(InetSocketAddress server, String name) {
        return new IOException("DNS server " + server + " did not answer for " + name);
    }
}
