package org.asterism.core.net;

import java.lang.foreign.MemorySegment;

/**
 * A socket without a network: its owner puts in what arrives and is shown what is sent. Neither allocates, so that what stands on a
 * transport can be measured without a kernel.
 */
public final class DetachedTransport extends UnbatchedTransport {

    /** Is shown what is sent. */
    @FunctionalInterface
    public interface Outlet {
        /**
         * Called for each datagram, on the thread that flushes. May {@link DetachedTransport#put} answers.
         *
         * @param memory      holds the bytes, until this method returns
         * @param offset      where in it they begin
         * @param length      in bytes
         * @param destination where they are sent
         */
        void onSent(MemorySegment memory, long offset, int length, PeerAddress destination);
    }

    private final PeerAddress local;
    private final Outlet outlet;
    private int arrived;

    /**
     * Creates a transport with nothing in it.
     *
     * @param settings only address and peer limit count
     * @param outlet   is shown what is sent
     */
    public DetachedTransport(SocketSettings settings, Outlet outlet) {
        super(settings);
        this.local = settings.local();
        this.outlet = outlet;
    }

    /**
     * Lets a datagram arrive: the next {@link #receive} hands it over.
     *
     * @param memory holds the bytes, which are copied
     * @param offset where in it they begin
     * @param length in bytes
     * @param from   its source
     * @return false if a whole batch is waiting or it is too long for a slot
     */
    public boolean put(MemorySegment memory, long offset, int length, PeerAddress from) {
        if (arrived == BATCH || length > ReceiveRing.SLOT_BYTES) {
            return false;
        }
        Datagram slot = ring.upcoming(arrived++);
        slot.sourceHigh = from.high();
        slot.sourceLow = from.low();
        slot.sourcePort = from.port();
        slot.sourceScope = from.scope();
        slot.length = length;
        MemorySegment.copy(memory, offset, slot.memory(), slot.offset(), length);
        return true;
    }

    /** {@return how many datagrams the next {@link #receive} will hand over} */
    public int waiting() {
        return arrived;
    }

    @Override
    public int receive(DatagramHandler handler) {
        int count = arrived;
        if (count == 0) {
            return 0;
        }
        long nowNs = System.nanoTime();
        for (int i = 0; i < count; i++) {
            ring.upcoming(i).receivedNs = nowNs;
        }
        arrived = 0;
        ring.publish(count);
        ring.drain(handler);
        return count;
    }

    @Override
    void transmit(MemorySegment memory, long offset, int length, PeerAddress destination) {
        counters.countSendCall();
        counters.countSent(1, length);
        outlet.onSent(memory, offset, length, destination);
    }

    @Override
    public PeerAddress localAddress() {
        return local;
    }

    @Override
    public void close() {
        arrived = 0;
        flush();
    }
}
