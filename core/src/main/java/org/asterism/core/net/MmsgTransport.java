package org.asterism.core.net;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A UDP socket of Linux: {@code recvmmsg} lets the kernel write a batch of datagrams straight into the ring's slots, {@code sendmmsg}
 * takes a batch from wherever the bytes lie.
 */
final class MmsgTransport implements DatagramTransport {

    static final int BATCH = SendBatch.CAPACITY;
    private static final int RING_SLOTS = 4 * BATCH;

    private final UdpSocket socket;
    private final TransportCounters counters;
    private final PeerTable peers;
    private final ReceiveRing ring;
    /** One header for each slot, and those of the first slots again, so that a batch may run over the end of the ring. */
    private final MessageHeaders headers;

    private final SendBatch batch;
    private final SendSlot[] slots = new SendSlot[BATCH];

    MmsgTransport(SocketSettings settings) throws IOException {
        this.socket = new UdpSocket(settings);
        this.counters = new TransportCounters(socket::kernelDrops);
        this.peers = new PeerTable(settings.peerLimit());
        this.ring = new ReceiveRing(RING_SLOTS, peers, counters);
        this.headers = new MessageHeaders(RING_SLOTS + BATCH, socket.format());
        for (int i = 0; i < RING_SLOTS + BATCH; i++) {
            long slot = ring.memory().address() + (long) (i % RING_SLOTS) * ReceiveRing.SLOT_BYTES;
            headers.setVector(i, slot, ReceiveRing.SLOT_BYTES);
        }
        this.batch = new SendBatch(socket, counters);
        MemorySegment sendArea = Arena.ofAuto().allocate((long) BATCH * ReceiveRing.SLOT_BYTES);
        for (int i = 0; i < BATCH; i++) {
            slots[i] = new SendSlot(sendArea, (long) i * ReceiveRing.SLOT_BYTES, ReceiveRing.SLOT_BYTES);
        }
    }

    int fd() {
        return socket.fd();
    }

    @Override
    public int receive(DatagramHandler handler) {
        if (socket.isClosed()) {
            return 0;
        }
        if (batch.size() == 0) {
            ring.rewind();
        }
        int first = ring.nextIndex();
        int count = Libc.recvmmsg(socket.fd(), headers.address(first), BATCH);
        // Nothing there, a signal, or an ICMP message about something sent earlier: none of them ends anything.
        if (count <= 0) {
            return 0;
        }
        long nowNs = System.nanoTime();
        for (int i = 0; i < count; i++) {
            Datagram datagram = ring.upcoming(i);
            datagram.receivedNs = nowNs;
            datagram.length = headers.isTruncated(first + i) ? ReceiveRing.TRUNCATED : headers.length(first + i);
            headers.readName(first + i, datagram);
        }
        ring.publish(count);
        ring.drain(handler);
        return count;
    }

    @Override
    public int batchSize() {
        return BATCH;
    }

    @Override
    public SendSlot claim() {
        if (batch.isFull()) {
            batch.flush();
        }
        return slots[batch.size()];
    }

    @Override
    public void send(SendSlot slot, int length, PeerAddress destination) {
        SendQueueChecks.checkClaimed(slot, slots[batch.size()], length);
        batch.add(slot.address(), length, destination);
    }

    @Override
    public void reply(SendSlot slot, int length, Datagram request) {
        SendQueueChecks.checkClaimed(slot, slots[batch.size()], length);
        batch.addReply(slot.address(), length, request);
    }

    @Override
    public void relay(Datagram datagram, int skip, int length, PeerAddress destination) {
        SendQueueChecks.checkPart(datagram, skip, length);
        if (batch.isFull()) {
            batch.flush();
        }
        batch.add(datagram.address() + skip, length, destination);
    }

    @Override
    public void flush() {
        batch.flush();
    }

    @Override
    public PeerTable peers() {
        return peers;
    }

    @Override
    public PeerAddress localAddress() {
        return socket.local();
    }

    @Override
    public TransportCounters counters() {
        return counters;
    }

    @Override
    public void close() {
        socket.close();
        batch.flush();
    }
}
