package org.asterism.core.net;

import java.lang.foreign.MemorySegment;

/**
 * Outgoing datagrams of one socket, sent by as few system calls as possible. Datagrams to one destination are chained as they are
 * queued; when the batch leaves, runs of equal size in a chain become one message that the kernel cuts into datagrams
 * (UDP_SEGMENT), where the last may be shorter. On the wire nothing of this can be seen.
 */
final class SendBatch {

    /** Most datagrams in a batch; also the most that the kernel cuts from one message (UDP_MAX_SEGMENTS). */
    static final int CAPACITY = 64;

    /**
     * Fewer datagrams for one destination go out one by one: little is gained by segmenting them, and a capture on loopback, which shows
     * a segmented message as one datagram, stays readable for signalling and single calls.
     */
    private static final int MIN_CHAIN = 4;
    /** Longer datagrams are sent one by one: with IP and UDP headers a segment must fit the smallest path of IPv6. */
    private static final int MAX_SEGMENT_BYTES = 1200;
    /** An IP packet ends at 65,535 bytes, headers included. */
    private static final int MAX_MESSAGE_BYTES = 65_000;
    /** How long a full send buffer may take to drain before the rest of a batch is dropped. */
    private static final int FULL_BUFFER_WAIT_MS = 1;

    private final UdpSocket socket;
    private final TransportCounters counters;
    private final MessageHeaders headers;
    private final MemorySegment state = Libc.newCallState();
    private final WritableWait writable;

    // One entry for each queued datagram.
    private final long[] address = new long[CAPACITY];
    private final int[] length = new int[CAPACITY];
    private int size;

    private final DestinationChains chains = new DestinationChains(CAPACITY);

    // One entry for each vector: the same datagrams in the order of sending.
    private final int[] vectorLength = new int[CAPACITY];
    private final int[] vectorName = new int[CAPACITY];
    private int vectorCount;

    // One entry for each message.
    private final int[] firstVector = new int[CAPACITY];
    private final int[] segments = new int[CAPACITY];
    private int messageCount;

    private boolean segmenting;
    /** Datagrams leave in one packet unless they are refused for it. */
    private final boolean whole;
    /** A segmented message was refused with an error that may be about segmenting; the next result tells. */
    private boolean doubting;

    SendBatch(UdpSocket socket, TransportCounters counters) {
        this.socket = socket;
        this.counters = counters;
        this.headers = new MessageHeaders(CAPACITY, socket.format());
        this.writable = new WritableWait(socket);
        this.segmenting = socket.canSegment();
        this.whole = socket.allowFragments(false);
    }

    boolean isFull() {
        return size == CAPACITY;
    }

    int size() {
        return size;
    }

    /** Queues bytes for a known address; the batch must not be full. */
    void add(long bytesAddress, int byteCount, PeerAddress to) {
        if (socket.format() == SocketAddressFormat.IPV4 && !to.isIpv4()) {
            counters.countDrops(DropReason.WRONG_FAMILY, 1);
            return;
        }
        int entry = append(bytesAddress, byteCount);
        if (chains.add(entry, to)) {
            headers.writeName(entry, to.high(), to.low(), to.port(), to.scope());
        }
    }

    /** Queues bytes for the source of a datagram; the batch must not be full. */
    void addReply(long bytesAddress, int byteCount, Datagram request) {
        int entry = append(bytesAddress, byteCount);
        chains.addAlone(entry);
        headers.writeName(entry, request.sourceHigh, request.sourceLow, request.sourcePort, request.sourceScope);
    }

    /** Sends or drops everything queued. */
    void flush() {
        if (size == 0) {
            return;
        }
        arrange();
        transmit();
        chains.clear();
        size = 0;
    }

    private int append(long bytesAddress, int byteCount) {
        int entry = size++;
        address[entry] = bytesAddress;
        length[entry] = byteCount;
        return entry;
    }

    /** Lays out vectors and messages: chain after chain, one message for each run of equal sizes. */
    private void arrange() {
        vectorCount = 0;
        messageCount = 0;
        for (int chain = 0; chain < chains.count(); chain++) {
            int head = chains.head(chain);
            int entry = head;
            boolean runs = segmenting && isWorthSegmenting(head);
            while (entry != DestinationChains.END) {
                entry = runs ? appendRun(entry, head) : appendSingle(entry, head);
            }
        }
    }

    private boolean isWorthSegmenting(int head) {
        int entry = head;
        for (int i = 1; i < MIN_CHAIN && entry != DestinationChains.END; i++) {
            entry = chains.next(entry);
        }
        return entry != DestinationChains.END;
    }

    private int appendSingle(int entry, int head) {
        int first = vectorCount;
        appendVector(entry, head);
        appendMessage(first, 0);
        return chains.next(entry);
    }

    private int appendRun(int entry, int head) {
        int first = vectorCount;
        int segmentBytes = length[entry];
        int total = segmentBytes;
        appendVector(entry, head);
        int follower = chains.next(entry);
        boolean open = segmentBytes > 0 && segmentBytes <= MAX_SEGMENT_BYTES;
        while (open && follower != DestinationChains.END && fits(length[follower], segmentBytes, total)) {
            appendVector(follower, head);
            total += length[follower];
            open = length[follower] == segmentBytes;
            follower = chains.next(follower);
        }
        appendMessage(first, vectorCount - first == 1 ? 0 : segmentBytes);
        return follower;
    }

    private static boolean fits(int byteCount, int segmentBytes, int total) {
        return byteCount > 0 && byteCount <= segmentBytes && total + byteCount <= MAX_MESSAGE_BYTES;
    }

    private void appendVector(int entry, int head) {
        headers.setVector(vectorCount, address[entry], length[entry]);
        vectorLength[vectorCount] = length[entry];
        vectorName[vectorCount] = head;
        vectorCount++;
    }

    private void appendMessage(int first, int segmentBytes) {
        int message = messageCount++;
        firstVector[message] = first;
        segments[message] = vectorCount - first;
        headers.setName(message, vectorName[first]);
        headers.setVectors(message, first, vectorCount - first);
        headers.setSegment(message, segmentBytes);
    }

    private void transmit() {
        int message = 0;
        boolean waited = false;
        while (message < messageCount) {
            if (socket.isClosed()) {
                drop(message, messageCount, DropReason.CLOSED);
                return;
            }
            counters.countSendCall();
            int result = Libc.sendmmsg(socket.fd(), headers.address(message), messageCount - message);
            if (result < 0) {
                result = Libc.sendmmsgAgain(state, socket.fd(), headers.address(message), messageCount - message);
            }
            if (result > 0) {
                segmenting &= !doubting;
                doubting = false;
                countSent(message, message + result);
                message += result;
            } else if (result == -Libc.EAGAIN) {
                if (waited || !writable.await(FULL_BUFFER_WAIT_MS)) {
                    drop(message, messageCount, DropReason.SEND_BUFFER_FULL);
                    return;
                }
                waited = true;
            } else if (result != -Libc.EINTR) {
                message = refused(message, -result);
            }
        }
    }

    /** Decides what follows when the system refuses a message: the next one, or its datagrams one by one. */
    private int refused(int message, int errno) {
        if (errno == Libc.EMSGSIZE && whole && segments[message] == 1 && sendInFragments(message)) {
            return message + 1;
        }
        counters.countSendError(errno);
        doubting = segments[message] > 1 && mayBeAboutSegmenting(errno);
        if (doubting) {
            splitFrom(message);
            return 0;
        }
        drop(message, message + 1, DropReason.SEND_REFUSED);
        return message + 1;
    }

    private boolean sendInFragments(int message) {
        socket.allowFragments(true);
        counters.countSendCall();
        int result = Libc.sendmmsgAgain(state, socket.fd(), headers.address(message), 1);
        socket.allowFragments(false);
        if (result == 1) {
            countSent(message, message + 1);
        }
        return result == 1;
    }

    private static boolean mayBeAboutSegmenting(int errno) {
        return errno == Libc.EINVAL || errno == Libc.EIO || errno == Libc.EMSGSIZE || errno == Libc.EOPNOTSUPP;
    }

    /** Makes every datagram from a message on a message of its own, from index 0 on. */
    private void splitFrom(int message) {
        int vector = firstVector[message];
        messageCount = 0;
        for (int end = vectorCount; vector < end; vector++) {
            vectorCount = vector + 1;
            appendMessage(vector, 0);
        }
    }

    private void countSent(int from, int to) {
        for (int message = from; message < to; message++) {
            counters.countSent(segments[message], bytesOf(message));
            if (segments[message] > 1) {
                counters.countSegmented(segments[message]);
            }
        }
    }

    private long bytesOf(int message) {
        long sum = 0;
        for (int i = 0; i < segments[message]; i++) {
            sum += vectorLength[firstVector[message] + i];
        }
        return sum;
    }

    private void drop(int from, int to, DropReason reason) {
        for (int message = from; message < to; message++) {
            counters.countDrops(reason, segments[message]);
        }
    }
}
