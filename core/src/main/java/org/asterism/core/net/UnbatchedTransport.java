package org.asterism.core.net;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** What transports have in common that hand over outgoing datagrams one by one: the queue, and the slots in it. */
abstract class UnbatchedTransport implements DatagramTransport {

    static final int BATCH = 64;
    private static final int RING_SLOTS = 4 * BATCH;

    final TransportCounters counters = new TransportCounters();
    final PeerTable peers;
    final ReceiveRing ring;

    private final SendSlot[] slots = new SendSlot[BATCH];
    private final @Nullable MemorySegment[] queuedMemory = new @Nullable MemorySegment[BATCH];
    private final long[] queuedOffset = new long[BATCH];
    private final int[] queuedLength = new int[BATCH];
    private final @Nullable PeerAddress[] queuedFor = new @Nullable PeerAddress[BATCH];
    private int queued;

    UnbatchedTransport(SocketSettings settings) {
        this.peers = new PeerTable(settings.peerLimit());
        this.ring = new ReceiveRing(RING_SLOTS, peers, counters);
        MemorySegment sendArea = Arena.ofAuto().allocate((long) BATCH * ReceiveRing.SLOT_BYTES);
        for (int i = 0; i < BATCH; i++) {
            slots[i] = new SendSlot(sendArea, (long) i * ReceiveRing.SLOT_BYTES, ReceiveRing.SLOT_BYTES);
        }
    }

    /** Hands one datagram to the network and counts what became of it. */
    abstract void transmit(MemorySegment memory, long offset, int length, PeerAddress destination);

    @Override
    public int batchSize() {
        return BATCH;
    }

    @Override
    public SendSlot claim() {
        if (queued == BATCH) {
            flush();
        }
        return slots[queued];
    }

    @Override
    public void send(SendSlot slot, int length, PeerAddress destination) {
        SendQueueChecks.checkClaimed(slot, slots[queued], length);
        enqueue(slot.memory(), slot.offset(), length, destination);
    }

    @Override
    public void reply(SendSlot slot, int length, Datagram request) {
        send(slot, length, request.source());
    }

    @Override
    public void relay(Datagram datagram, int skip, int length, PeerAddress destination) {
        SendQueueChecks.checkPart(datagram, skip, length);
        if (queued == BATCH) {
            flush();
        }
        enqueue(datagram.memory(), datagram.offset() + skip, length, destination);
    }

    @Override
    public void flush() {
        for (int i = 0; i < queued; i++) {
            MemorySegment memory = queuedMemory[i];
            PeerAddress destination = queuedFor[i];
            if (memory != null && destination != null) {
                transmit(memory, queuedOffset[i], queuedLength[i], destination);
            }
            queuedMemory[i] = null;
            queuedFor[i] = null;
        }
        queued = 0;
    }

    @Override
    public PeerTable peers() {
        return peers;
    }

    @Override
    public TransportCounters counters() {
        return counters;
    }

    private void enqueue(MemorySegment memory, long offset, int length, PeerAddress destination) {
        queuedMemory[queued] = memory;
        queuedOffset[queued] = offset;
        queuedLength[queued] = length;
        queuedFor[queued] = destination;
        queued++;
    }
}
