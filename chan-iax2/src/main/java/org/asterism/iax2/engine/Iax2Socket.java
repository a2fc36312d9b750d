package org.asterism.iax2.engine;

import java.lang.foreign.MemorySegment;
import org.asterism.core.net.Datagram;
import org.asterism.core.net.DatagramTransport;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.net.SendSlot;
import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.jspecify.annotations.Nullable;

/** One UDP socket of a shard: how its frames get out. */
public final class Iax2Socket {
    private final Iax2Shard shard;
    private final FullFrame header = new FullFrame();
    private @Nullable DatagramTransport transport;

    Iax2Socket(Iax2Shard shard) {
        this.shard = shard;
    }

    void transport(DatagramTransport newTransport) {
        transport = newTransport;
    }

    /** {@return the transport, for media} */
    public DatagramTransport transport() {
        DatagramTransport bound = transport;
        if (bound == null) {
            throw new IllegalStateException("the socket is not bound");
        }
        return bound;
    }

    /** {@return the shard it belongs to} */
    public Iax2Shard shard() {
        return shard;
    }

    /**
     * Where it is bound. Any thread.
     *
     * @return address and port
     */
    public PeerAddress localAddress() {
        return transport().localAddress();
    }

    /**
     * Sends a frame that nobody will remember: an answer to a request that needs no dialog.
     *
     * @param to              where to
     * @param command         what
     * @param sourceCall      {@link CallNumbers#STATELESS} or a number for registrations
     * @param destinationCall the source call number of the request
     * @param oseqno          0 in a first answer
     * @param iseqno          one more than the request's OSeqno
     * @param timestampMs     the request's, echoed
     * @param elements        the information elements, or null for none
     */
    public void send(
            PeerAddress to,
            IaxCommand command,
            int sourceCall,
            int destinationCall,
            int oseqno,
            int iseqno,
            long timestampMs,
            @Nullable ElementWriter elements) {
        SendSlot slot = transport().claim();
        int length = fill(slot, command, sourceCall, destinationCall, oseqno, iseqno, timestampMs, elements);
        transport().send(slot, length, to);
        sent(FrameTap.NO_ATTEMPT, slot.memory(), slot.offset(), length, to);
    }

    /** As {@link #send} to the source of a datagram, without making an object of its address. */
    void reply(
            Datagram request,
            IaxCommand command,
            int sourceCall,
            int destinationCall,
            int oseqno,
            int iseqno,
            long timestampMs,
            @Nullable ElementWriter elements) {
        SendSlot slot = transport().claim();
        int length = fill(slot, command, sourceCall, destinationCall, oseqno, iseqno, timestampMs, elements);
        transport().reply(slot, length, request);
        shard.counters().fullSentOne();
        FrameTap tap = shard.tap();
        if (tap != null) {
            tap.onFrame(true, FrameTap.NO_ATTEMPT, slot.memory(), slot.offset(), length, request.source());
        }
    }

    private int fill(
            SendSlot slot,
            IaxCommand command,
            int sourceCall,
            int destinationCall,
            int oseqno,
            int iseqno,
            long timestampMs,
            @Nullable ElementWriter elements) {
        int elementsLength = elements == null ? 0 : elements.length();
        int length = FullFrame.HEADER_LENGTH + elementsLength;
        header.wrap(slot.memory(), slot.offset(), length)
                .sourceCall(sourceCall)
                .destinationCall(destinationCall)
                .timestamp(timestampMs)
                .oseqno(oseqno)
                .iseqno(iseqno)
                .command(command);
        if (elements != null) {
            MemorySegment.copy(
                    shard.scratch(), 0, slot.memory(), slot.offset() + FullFrame.HEADER_LENGTH, elementsLength);
        }
        return length;
    }

    /** Sends a copy of a frame kept for retransmission. */
    void send(PendingFrame frame, PeerAddress to) {
        transport().send(frame.memory, frame.offset, frame.length, to);
        sent(frame.transmissions - 1, frame.memory, frame.offset, frame.length, to);
    }

    private void sent(int attempt, MemorySegment memory, long offset, int length, PeerAddress to) {
        shard.counters().fullSentOne();
        FrameTap tap = shard.tap();
        if (tap != null) {
            tap.onFrame(true, attempt, memory, offset, length, to);
        }
    }
}
