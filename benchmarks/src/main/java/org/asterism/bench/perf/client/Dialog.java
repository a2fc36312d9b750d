package org.asterism.bench.perf.client;

import static org.asterism.iax2.wire.SequenceNumbers.Order.DUPLICATE;
import static org.asterism.iax2.wire.SequenceNumbers.Order.GAP;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.Iterator;
import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.FrameType;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.SequenceNumbers;
import org.jspecify.annotations.Nullable;

/**
 * The reliable half of a call or registration: numbers frames, acknowledges, sends again. Knows nothing of what the frames mean. Media
 * frames do not pass here. One thread; time is an argument or the exchange's.
 */
abstract class Dialog {
    /** Asterisk takes a second copy of a NEW for a second call: not before it can be sure that the first is lost. */
    private static final long FIRST_RETRY_MS = 2000;

    private static final long RETRY_MS = 500;
    private static final long NS_PER_MS = 1_000_000;

    /** A frame that has not been acknowledged. */
    private static final class Pending {
        final byte[] bytes;
        final int oseqno;
        long retryNs;

        Pending(byte[] bytes, int oseqno, long retryNs) {
            this.bytes = bytes;
            this.oseqno = oseqno;
            this.retryNs = retryNs;
        }
    }

    final Exchange exchange;
    final int index;
    private final ArrayDeque<Pending> pending = new ArrayDeque<>(2);

    Outbox outbox;
    int localAddress;
    int remoteAddress;
    int remotePort;
    int localCall;
    int remoteCall;
    private int oseqno;
    private int iseqno;
    private boolean answered;
    long startNs;
    /** When the dialog has failed unless something happens; {@link Long#MAX_VALUE} for never. */
    long deadlineNs = Long.MAX_VALUE;

    Dialog(Exchange exchange, int index, Outbox outbox, int localAddress) {
        this.exchange = exchange;
        this.index = index;
        this.outbox = outbox;
        this.localAddress = localAddress;
        this.remoteAddress = exchange.settings().target();
        this.remotePort = exchange.settings().targetPort();
    }

    /** Takes a number and starts the clock; false if there is no number. */
    final boolean begin() {
        localCall = exchange.table(localAddress).add(this);
        remoteCall = 0;
        oseqno = 0;
        iseqno = 0;
        pending.clear();
        startNs = exchange.nowNs();
        return localCall != 0;
    }

    /** The stream begins anew, as after CALLTOKEN. */
    final void restart() {
        remoteCall = 0;
        oseqno = 0;
        iseqno = 0;
        pending.clear();
    }

    /** Gives the number back. */
    final void end() {
        exchange.table(localAddress).remove(localCall);
        pending.clear();
        deadlineNs = Long.MAX_VALUE;
    }

    final long elapsedMs() {
        return (exchange.nowNs() - startNs) / NS_PER_MS;
    }

    /** Where the elements of the next frame go. */
    final ElementWriter elements() {
        return exchange.writer()
                .wrap(outbox.memory(), outbox.claim() + FullFrame.HEADER_LENGTH, ElementWriter.MAX_LIST_LENGTH);
    }

    final void sendCommand(IaxCommand command, ElementWriter list) {
        sendReliably(FrameType.IAX, command.number(), list.length(), elapsedMs());
    }

    final void sendCommand(IaxCommand command, long timestampMs) {
        sendReliably(FrameType.IAX, command.number(), 0, timestampMs);
    }

    /** Sends a full frame whose payload has been written behind the header in the claimed room. */
    final void sendReliably(int type, int rawSubclass, int payloadBytes, long timestampMs) {
        long at = outbox.claim();
        int length = FullFrame.HEADER_LENGTH + payloadBytes;
        header(at, length, timestampMs, oseqno).type(type).rawSubclass(rawSubclass);
        byte[] copy = new byte[length];
        MemorySegment.copy(outbox.memory(), ValueLayout.JAVA_BYTE, at, copy, 0, length);
        boolean first = type == FrameType.IAX && remoteCall == 0;
        pending.add(new Pending(copy, oseqno, exchange.nowNs() + (first ? FIRST_RETRY_MS : RETRY_MS) * NS_PER_MS));
        oseqno = SequenceNumbers.next(oseqno);
        answered = true;
        outbox.commit(length, localAddress, remoteAddress, remotePort);
    }

    private void sendUnsequenced(IaxCommand command, long timestampMs) {
        header(outbox.claim(), FullFrame.HEADER_LENGTH, timestampMs, oseqno).command(command);
        outbox.commit(FullFrame.HEADER_LENGTH, localAddress, remoteAddress, remotePort);
    }

    private FullFrame header(long at, int length, long timestampMs, int number) {
        return exchange.header()
                .wrap(outbox.memory(), at, length)
                .sourceCall(localCall)
                .destinationCall(remoteCall)
                .timestamp(timestampMs)
                .oseqno(number)
                .iseqno(iseqno);
    }

    /** Takes a full frame addressed to our call number. */
    final void onFrame(FullFrame frame, FrameElements list, long arrivedNs) {
        IaxCommand command = frame.command();
        if (command == IaxCommand.CALLTOKEN) {
            onToken(list);
            return;
        }
        if (command == IaxCommand.INVAL) {
            onLost();
            return;
        }
        if (remoteCall == 0) {
            remoteCall = frame.sourceCall();
        } else if (remoteCall != frame.sourceCall()) {
            return;
        }
        acknowledge(frame.iseqno());
        if (command == IaxCommand.VNAK) {
            resendAll();
        }
        if (command != null && !command.isSequenced()) {
            return;
        }
        SequenceNumbers.Order order = SequenceNumbers.classify(frame.oseqno(), iseqno);
        if (order == GAP) {
            sendUnsequenced(IaxCommand.VNAK, frame.timestamp());
            return;
        }
        if (order == DUPLICATE) {
            sendUnsequenced(IaxCommand.ACK, frame.timestamp());
            return;
        }
        iseqno = SequenceNumbers.next(iseqno);
        answered = false;
        take(frame, list, command, arrivedNs);
        if (!answered) {
            sendUnsequenced(IaxCommand.ACK, frame.timestamp());
        }
    }

    private void take(FullFrame frame, FrameElements list, @Nullable IaxCommand command, long arrivedNs) {
        switch (command) {
            case PING -> sendCommand(IaxCommand.PONG, frame.timestamp());
            case LAGRQ -> sendCommand(IaxCommand.LAGRP, frame.timestamp());
            case PONG, LAGRP -> {}
            case TXREQ -> sendCommand(IaxCommand.TXREJ, elapsedMs());
            case null, default -> onSequenced(frame, list, command, arrivedNs);
        }
    }

    /** Acknowledges the frame being handled at once: for frames that end the dialog. */
    final void acknowledgeNow(FullFrame frame) {
        sendUnsequenced(IaxCommand.ACK, frame.timestamp());
        answered = true;
    }

    private void acknowledge(int theirIseqno) {
        while (!pending.isEmpty()) {
            int oldest = pending.getFirst().oseqno;
            if (!SequenceNumbers.isInWindow(theirIseqno, oldest, oseqno) || theirIseqno == oldest) {
                return;
            }
            pending.removeFirst();
            if (pending.isEmpty()) {
                onAllAcknowledged();
            }
        }
    }

    private void resendAll() {
        for (Iterator<Pending> each = pending.iterator(); each.hasNext(); ) {
            resend(each.next());
        }
    }

    private void resend(Pending frame) {
        long at = outbox.claim();
        MemorySegment.copy(frame.bytes, 0, outbox.memory(), ValueLayout.JAVA_BYTE, at, frame.bytes.length);
        exchange.header()
                .wrap(outbox.memory(), at, frame.bytes.length)
                .destinationCall(remoteCall)
                .retransmission(true)
                .iseqno(iseqno);
        exchange.tally().retransmitted++;
        outbox.commit(frame.bytes.length, localAddress, remoteAddress, remotePort);
    }

    /** Looks at the clock, ten times a second. */
    final void sweep(long nowNs) {
        if (nowNs >= deadlineNs) {
            deadlineNs = Long.MAX_VALUE;
            onDeadline();
            return;
        }
        for (Iterator<Pending> each = pending.iterator(); each.hasNext(); ) {
            Pending frame = each.next();
            if (nowNs >= frame.retryNs) {
                frame.retryNs = nowNs + 2 * RETRY_MS * NS_PER_MS;
                resend(frame);
            }
        }
    }

    final void deadlineIn(long ms) {
        deadlineNs = exchange.nowNs() + ms * NS_PER_MS;
    }

    /** The server wants to see first that we are where we say. */
    abstract void onToken(FrameElements list);

    /** A frame in its turn that is not about the connection itself. */
    abstract void onSequenced(FullFrame frame, FrameElements list, @Nullable IaxCommand command, long arrivedNs);

    /** The server does not know the dialog. */
    abstract void onLost();

    /** {@link #deadlineNs} has come. */
    abstract void onDeadline();

    /** Nothing is unacknowledged any more. */
    void onAllAcknowledged() {
        // Of interest to some only.
    }
}
