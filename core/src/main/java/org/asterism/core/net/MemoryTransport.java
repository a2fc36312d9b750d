package org.asterism.core.net;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** A socket of a {@link MemoryNetwork}. */
final class MemoryTransport extends UnbatchedTransport {

    /** What a kernel's receive buffer would hold, roughly. */
    private static final int MAX_WAITING = 1 << 16;

    private static final int LOOPBACK_IPV4 = 0x7F000001;

    private final MemoryNetwork network;
    private final PeerAddress local;
    private final Deque<InFlight> waiting = new ArrayDeque<>();
    private boolean closed;

    MemoryTransport(MemoryNetwork network, PeerAddress local, SocketSettings settings) {
        super(settings);
        this.network = network;
        this.local = local;
    }

    static PeerAddress anyIpv4(int port) {
        return new PeerAddress(0, 0xFFFF_0000_0000L, port, 0);
    }

    static PeerAddress anyIpv6(int port) {
        return new PeerAddress(0, 0, port, 0);
    }

    /** The source address that a destination sees: one of its own family if this is bound to all. */
    PeerAddress shownTo(PeerAddress destination) {
        boolean any = local.equals(anyIpv4(local.port())) || local.equals(anyIpv6(local.port()));
        if (!any) {
            return local;
        }
        long loopback = destination.isIpv4() ? 0xFFFF_0000_0000L | LOOPBACK_IPV4 : 1;
        return new PeerAddress(0, loopback, local.port(), 0);
    }

    void arrive(InFlight datagram) {
        if (waiting.size() < MAX_WAITING) {
            waiting.add(datagram);
        } else {
            counters.countDrops(DropReason.SIMULATED_LOSS, 1);
        }
    }

    @Override
    public int receive(DatagramHandler handler) {
        int count = Math.min(BATCH, waiting.size());
        if (count == 0) {
            return 0;
        }
        long nowNs = TimeUnit.MILLISECONDS.toNanos(network.clock().nowMs());
        for (int i = 0; i < count; i++) {
            InFlight arrived = waiting.remove();
            Datagram slot = ring.upcoming(i);
            slot.receivedNs = nowNs;
            slot.sourceHigh = arrived.from.high();
            slot.sourceLow = arrived.from.low();
            slot.sourcePort = arrived.from.port();
            slot.sourceScope = arrived.from.scope();
            byte[] payload = arrived.payload;
            if (payload.length > ReceiveRing.SLOT_BYTES) {
                slot.length = ReceiveRing.TRUNCATED;
            } else {
                slot.length = payload.length;
                MemorySegment.copy(payload, 0, slot.memory(), ValueLayout.JAVA_BYTE, slot.offset(), payload.length);
            }
        }
        ring.publish(count);
        ring.drain(handler);
        return count;
    }

    @Override
    void transmit(MemorySegment memory, long offset, int length, PeerAddress destination) {
        counters.countSendCall();
        if (closed) {
            counters.countDrops(DropReason.CLOSED, 1);
        } else if (local.isIpv4() && !destination.isIpv4()) {
            counters.countDrops(DropReason.WRONG_FAMILY, 1);
        } else {
            counters.countSent(1, length);
            network.transmit(this, memory, offset, length, destination);
        }
    }

    @Override
    public PeerAddress localAddress() {
        return local;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            waiting.clear();
            network.unbind(this);
            flush();
        }
    }
}
