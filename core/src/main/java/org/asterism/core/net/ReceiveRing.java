package org.asterism.core.net;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.RingBuffer;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The slots into which a transport receives. The thread that fills them also drains them, a batch at a time: it
 * writes the {@link #upcoming} slots, {@link #publish} makes them visible in one step, {@link #drain} hands them over. A slot is written again only after a whole turn of the ring, long after the batch it belonged to has been sent on.
 */
final class ReceiveRing implements EventPoller.Handler<Datagram> {

    /** Room for the longest datagram of the protocols spoken here; what is longer is dropped and counted. */
    static final int SLOT_BYTES = 2048;
    /** Length that marks a slot whose datagram did not fit. */
    static final int TRUNCATED = -1;

    private static final int CACHE_LINE = 64;
    /** With fewer datagrams there is too little that overlaps. */
    private static final int FEWEST_TO_READ_AHEAD = 3;

    private static final DatagramHandler NOBODY = _ -> {};

    private final MemorySegment memory;
    private final int slots;
    private final RingBuffer<Datagram> ring;
    private final EventPoller<Datagram> poller;
    private final PeerTable peers;
    private final TransportCounters counters;

    private DatagramHandler handler = NOBODY;
    private int lastPlace = PeerTable.NOWHERE;

    @SuppressWarnings("unused") // written so that the reading is done
    private int ahead;

    private int handedOver;
    private long handedOverBytes;

    /**
     * @param slots a power of two, several times the batch size
     */
    ReceiveRing(int slots, PeerTable peers, TransportCounters counters) {
        this.slots = slots;
        this.peers = peers;
        this.counters = counters;
        this.memory = Arena.ofAuto().allocate((long) slots * SLOT_BYTES + CACHE_LINE, CACHE_LINE);
        int[] made = {0};
        this.ring = RingBuffer.createSingleProducer(
                () -> new Datagram(peers, memory, (long) made[0]++ * SLOT_BYTES), slots, new BusySpinWaitStrategy());
        this.poller = ring.newPoller();
        ring.addGatingSequences(poller.getSequence());
    }

    /** All slots, and some bytes more for readers that look whether a datagram goes on behind its slot. */
    MemorySegment memory() {
        return memory;
    }

    /**
     * Goes back to the first slot if everything was handed over, so that what is written next is still near the core. Nothing that
     * lies in the slots may be waiting to be sent.
     */
    void rewind() {
        int index = nextIndex();
        if (index != 0 && poller.getSequence().get() == ring.getCursor()) {
            long last = ring.next(slots - index);
            poller.getSequence().set(last);
            ring.publish(last);
        }
    }

    /** Index of the slot that is written next. */
    int nextIndex() {
        return (int) (ring.getCursor() + 1) & (slots - 1);
    }

    /** The slot that is {@code ahead} places behind the next one. */
    Datagram upcoming(int ahead) {
        return ring.get(ring.getCursor() + 1 + ahead);
    }

    void publish(int count) {
        long last = ring.next(count);
        ring.publish(last - count + 1, last);
    }

    /** Hands over everything published, except what was truncated. */
    @SuppressWarnings("ReferenceEquality") // storing the same again would cost a collector's barrier
    void drain(DatagramHandler newHandler) {
        if (handler != newHandler) {
            handler = newHandler;
        }
        handedOver = 0;
        handedOverBytes = 0;
        lookAhead();
        try {
            poller.poll(this);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError("onEvent throws none", e);
        }
        if (handedOver > 0) {
            counters.countReceivedBatch(handedOver, handedOverBytes);
        }
    }

    @Override
    public boolean onEvent(Datagram datagram, long sequence, boolean endOfBatch) {
        if (datagram.length == TRUNCATED) {
            counters.countDrops(DropReason.TRUNCATED, 1);
            return true;
        }
        handedOver++;
        handedOverBytes += datagram.length;
        handler.onDatagram(datagram);
        return true;
    }

    private void lookAhead() {
        long first = poller.getSequence().get() + 1;
        long last = ring.getCursor();
        for (long sequence = first; sequence <= last; sequence++) {
            Datagram datagram = ring.get(sequence);
            lastPlace = peers.placeOf(datagram, lastPlace);
            datagram.peerPlace = lastPlace;
        }
        if (last - first + 1 >= FEWEST_TO_READ_AHEAD) {
            int sum = 0;
            for (long sequence = first; sequence <= last; sequence++) {
                sum += handler.readAhead(ring.get(sequence));
            }
            ahead = sum;
        }
    }
}
