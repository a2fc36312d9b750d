package org.asterism.bench.perf.net;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.BindException;
import java.net.SocketException;
import java.nio.ByteOrder;

/**
 * A UDP socket of a load generator. Bound to the wildcard address it sends from any address of the machine that it is told, so that a
 * thousand sources cost one system call; what arrives comes in batches, joined by the kernel where it can (UDP_GRO), with the time of
 * arrival. IPv4, Linux. One thread.
 */
public final class LoadSocket implements AutoCloseable {
    /** Longest datagram that {@link #claim} has room for. */
    public static final int MAX_DATAGRAM_BYTES = 2048;

    private static final int RECEIVE_MESSAGES = 32;
    private static final int RECEIVE_BYTES = 1 << 16;
    private static final int SEND_MESSAGES = 64;
    private static final int SEND_AREA_BYTES = 1 << 18;
    private static final int MAX_SEGMENTS = 64;
    private static final int MAX_MESSAGE_BYTES = 60_000;
    private static final int MAX_ROUNDS = 64;
    private static final byte SILENCE = (byte) 0xFF;

    private final MemorySegment state = SystemCalls.newCallState();
    private final boolean segmenting;
    private final boolean wildcard;
    private final int localAddress;
    private final int localPort;
    private final MemorySegment receiveArea =
            Arena.ofAuto().allocate((long) RECEIVE_MESSAGES * RECEIVE_BYTES, Long.BYTES);
    private final MessageVector received = new MessageVector(RECEIVE_MESSAGES);
    private final Arrival arrival = new Arrival(receiveArea);
    private final MemorySegment sendArea = Arena.ofAuto().allocate(SEND_AREA_BYTES, Long.BYTES);
    private final MessageVector queued = new MessageVector(SEND_MESSAGES);

    private int fd;
    private int messages;
    private int tail;
    private int datagrams;
    // The message that is being filled.
    private int messageStart;
    private int segmentBytes;
    private int segments;
    private boolean open;
    private int source;
    private int destination;
    private int destinationPort;

    private long sent;
    private long refused;
    private int lastErrno;

    /**
     * Opens and binds a socket.
     *
     * @param address     IPv4 address in host order, 0 for the wildcard
     * @param port        0 lets the system choose
     * @param joining     whether the kernel may join what arrives (UDP_GRO)
     * @param segmenting  whether datagrams of one size to one destination are given to the kernel as one (UDP_SEGMENT)
     * @param bufferBytes SO_RCVBUF and SO_SNDBUF
     * @throws IOException if the address cannot be bound or an option is refused
     */
    public LoadSocket(int address, int port, boolean joining, boolean segmenting, int bufferBytes) throws IOException {
        this.segmenting = segmenting;
        this.wildcard = address == 0;
        fd = SystemCalls.socket(
                state,
                SystemCalls.AF_INET,
                SystemCalls.SOCK_DGRAM | SystemCalls.SOCK_NONBLOCK | SystemCalls.SOCK_CLOEXEC);
        if (fd < 0) {
            throw new SocketException("no socket: " + SystemCalls.strerror(-fd));
        }
        try {
            option("SO_RCVBUF", SystemCalls.SOL_SOCKET, SystemCalls.SO_RCVBUF, bufferBytes);
            option("SO_SNDBUF", SystemCalls.SOL_SOCKET, SystemCalls.SO_SNDBUF, bufferBytes);
            option("SO_TIMESTAMPNS", SystemCalls.SOL_SOCKET, SystemCalls.SO_TIMESTAMPNS, 1);
            option("IP_PKTINFO", SystemCalls.IPPROTO_IP, SystemCalls.IP_PKTINFO, 1);
            if (joining) {
                option("UDP_GRO", SystemCalls.IPPROTO_UDP, SystemCalls.UDP_GRO, 1);
            }
            localPort = bind(address, port);
        } catch (IOException e) {
            close();
            throw e;
        }
        localAddress = address;
        sendArea.fill(SILENCE);
        for (int i = 0; i < RECEIVE_MESSAGES; i++) {
            received.setBytes(i, receiveArea.address() + (long) i * RECEIVE_BYTES, RECEIVE_BYTES);
        }
    }

    /** {@return the port it is bound to} */
    public int localPort() {
        return localPort;
    }

    /** {@return datagrams the system has taken} */
    public long sent() {
        return sent;
    }

    /** {@return datagrams the system has not taken: its buffer was full or the destination cannot be reached} */
    public long refused() {
        return refused;
    }

    /** {@return the system's words for the last refusal} */
    public String lastRefusal() {
        return lastErrno == 0 ? "" : SystemCalls.strerror(lastErrno);
    }

    /**
     * Takes everything that has arrived, without waiting.
     *
     * @param handler gets each datagram
     * @return how many there were
     */
    public int receive(Arrival.Handler handler) {
        int total = 0;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            for (int i = 0; i < RECEIVE_MESSAGES; i++) {
                received.expect(i);
            }
            int count = SystemCalls.recvmmsg(fd, received.address(0), RECEIVE_MESSAGES);
            for (int i = 0; i < count; i++) {
                total += handOver(i, handler);
            }
            if (count < RECEIVE_MESSAGES) {
                break;
            }
        }
        return total;
    }

    private int handOver(int message, Arrival.Handler handler) {
        arrival.localAddress = localAddress;
        int segment = received.read(message, arrival);
        int bytes = received.receivedBytes(message);
        long offset = (long) message * RECEIVE_BYTES;
        if (segment <= 0) {
            segment = bytes;
        }
        int count = 0;
        for (int done = 0; done < bytes; done += segment) {
            arrival.offset = offset + done;
            arrival.length = Math.min(segment, bytes - done);
            handler.onArrival(arrival);
            count++;
        }
        return count;
    }

    /** {@return the memory that datagrams to send are written to} */
    public MemorySegment memory() {
        return sendArea;
    }

    /**
     * Room for the next datagram.
     *
     * @return its offset in {@link #memory}; the same again until {@link #commit}
     */
    public long claim() {
        if (tail + MAX_DATAGRAM_BYTES > SEND_AREA_BYTES) {
            flush();
        }
        return tail;
    }

    /**
     * Queues what was written to the claimed room.
     *
     * @param length  in bytes
     * @param from    address of ours it comes from; ignored unless the socket is bound to the wildcard
     * @param to      where to
     * @param toPort  at which port
     */
    public void commit(int length, int from, int to, int toPort) {
        boolean joins = open
                && segments < MAX_SEGMENTS
                && length <= segmentBytes
                && tail - messageStart + length <= MAX_MESSAGE_BYTES
                && source == from
                && destination == to
                && destinationPort == toPort;
        if (joins) {
            segments++;
            open = length == segmentBytes;
        } else {
            seal();
            if (messages == SEND_MESSAGES) {
                move(length);
            }
            messageStart = tail;
            segmentBytes = length;
            segments = 1;
            source = from;
            destination = to;
            destinationPort = toPort;
            open = segmenting;
        }
        tail += length;
        datagrams++;
    }

    /** All messages are used: sends them, and brings what has just been written to the front. */
    private void move(int length) {
        int from = tail;
        transmit();
        MemorySegment.copy(sendArea, from, sendArea, 0, length);
    }

    /** Hands everything queued to the system. */
    public void flush() {
        seal();
        transmit();
    }

    private void seal() {
        if (segments == 0) {
            return;
        }
        queued.setBytes(messages, sendArea.address() + messageStart, tail - messageStart);
        queued.setName(messages, destination, destinationPort);
        queued.setControl(messages, wildcard ? source : 0, segments > 1 ? segmentBytes : 0);
        messages++;
        segments = 0;
        open = false;
    }

    private void transmit() {
        int done = 0;
        int failed = 0;
        while (done < messages) {
            int count = SystemCalls.sendmmsg(fd, queued.address(done), messages - done);
            if (count < 0) {
                count = SystemCalls.sendmmsgAgain(state, fd, queued.address(done), messages - done);
            }
            if (count > 0) {
                done += count;
            } else if (count != -SystemCalls.EINTR) {
                lastErrno = -count;
                failed++;
                done++;
            }
        }
        refused += failed;
        sent += datagrams - failed;
        messages = 0;
        datagrams = 0;
        tail = 0;
    }

    int fd() {
        return fd;
    }

    @Override
    public void close() {
        if (fd >= 0) {
            SystemCalls.close(state, fd);
            fd = -1;
        }
    }

    private void option(String name, int level, int option, int value) throws SocketException {
        int result = SystemCalls.setsockopt(state, fd, level, option, value);
        if (result < 0) {
            throw new SocketException("the system refuses " + name + ": " + SystemCalls.strerror(-result));
        }
    }

    private int bind(int address, int port) throws BindException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocate(16, Long.BYTES);
            name.set(ValueLayout.JAVA_SHORT, 0, (short) SystemCalls.AF_INET);
            name.set(ValueLayout.JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN), 2, (short) port);
            name.set(ValueLayout.JAVA_INT.withOrder(ByteOrder.BIG_ENDIAN), 4, address);
            int result = SystemCalls.bind(state, fd, name.address(), (int) name.byteSize());
            if (result < 0) {
                throw new BindException(
                        "cannot bind " + Ipv4.text(address) + ":" + port + ": " + SystemCalls.strerror(-result));
            }
            MemorySegment length = arena.allocateFrom(ValueLayout.JAVA_INT, (int) name.byteSize());
            result = SystemCalls.getsockname(state, fd, name.address(), length.address());
            if (result < 0) {
                throw new BindException("bound, but cannot tell where: " + SystemCalls.strerror(-result));
            }
            return Short.toUnsignedInt(name.get(ValueLayout.JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN), 2));
        }
    }
}
