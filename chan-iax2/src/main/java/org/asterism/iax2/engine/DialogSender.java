package org.asterism.iax2.engine;

import java.lang.foreign.MemorySegment;
import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.FrameType;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.asterism.iax2.wire.SequenceNumbers;
import org.jspecify.annotations.Nullable;

/**
 * The sending half of a dialog's reliable stream (RFC 5456 section 7): makes full frames, has them wait for room in the window or for
 * the remote's call number, and gives them to the socket, again when they are due or asked for. What is not part of the stream, such as
 * ACK, leaves at once. Whether the dialog still sends is for the {@link Dialog} to know.
 */
final class DialogSender {
    private final Dialog dialog;
    private final SendWindow window;

    DialogSender(Dialog dialog) {
        this.dialog = dialog;
        this.window = new SendWindow(dialog.shard.pool());
    }

    /** The number of the next frame. */
    int oseqno() {
        return window.oseqno();
    }

    /** Whether all that was to be sent is acknowledged. */
    boolean isIdle() {
        return window.isEmpty();
    }

    /** Whether a frame would leave at once. */
    boolean hasRoom() {
        return window.hasRoom() && dialog.remoteCall() != CallNumbers.NONE;
    }

    /** When a frame has to be sent again or given up; {@link SendWindow#NEVER} if none is out. */
    long nextDueMs() {
        return window.nextDueMs();
    }

    /** Sends an IAX command, with the elements that lie in the shard's scratch memory. */
    void command(IaxCommand command, @Nullable ElementWriter elements, boolean needsRemoteCall) {
        if (elements != null && elements.isOverflowed()) {
            throw new IllegalArgumentException(command + " has more elements than a frame holds");
        }
        int length = elements == null ? 0 : elements.length();
        int room = mayNeedToken(command) ? InformationElement.MAX_LENGTH : 0;
        queue(
                FrameType.IAX,
                command.number(),
                dialog.clock().protocol(dialog.shard.nowMs()),
                dialog.shard.scratch(),
                0,
                length,
                needsRemoteCall,
                room);
    }

    /** Whether the remote may ask for this frame again with a call token in it. */
    private static boolean mayNeedToken(IaxCommand command) {
        return switch (command) {
            case NEW, REGREQ, REGREL, POKE, FWDOWNL -> true;
            default -> false;
        };
    }

    /** Sends PONG or LAGRP, which carry the timestamp of what they answer. */
    void echo(IaxCommand command, long timestampMs, int elementsLength) {
        queue(FrameType.IAX, command.number(), timestampMs, dialog.shard.scratch(), 0, elementsLength, true, 0);
    }

    /** Sends a frame of another type than IAX. */
    void frame(
            int type, int rawSubclass, long timestampMs, MemorySegment payload, long payloadOffset, int payloadLength) {
        queue(type, rawSubclass, timestampMs, payload, payloadOffset, payloadLength, true, 0);
    }

    private void queue(
            int type,
            int rawSubclass,
            long timestampMs,
            MemorySegment payload,
            long payloadOffset,
            int payloadLength,
            boolean needsRemoteCall,
            int room) {
        PendingFrame frame = dialog.shard.pool().take(FullFrame.HEADER_LENGTH + payloadLength, room);
        frame.needsRemoteCall = needsRemoteCall;
        dialog.shard
                .header(frame)
                .sourceCall(dialog.localCall())
                .timestamp(timestampMs)
                .type(type)
                .rawSubclass(rawSubclass);
        if (payloadLength > 0) {
            MemorySegment.copy(
                    payload, payloadOffset, frame.memory, frame.offset + FullFrame.HEADER_LENGTH, payloadLength);
        }
        if (window.offer(frame)) {
            pump();
        } else {
            dialog.shard.pool().give(frame);
            dialog.fail(DialogFailure.OVERFLOW);
        }
    }

    /** Sends what waits and may go. */
    void pump() {
        int remoteCall = dialog.remoteCall();
        boolean known = remoteCall != CallNumbers.NONE;
        int rttMs = dialog.rttMs();
        long nowMs = dialog.shard.nowMs();
        for (PendingFrame frame = window.launch(known, rttMs, nowMs);
                frame != null;
                frame = window.launch(known, rttMs, nowMs)) {
            FullFrame header = dialog.shard.header(frame);
            header.destinationCall(remoteCall).oseqno(frame.oseqno).iseqno(dialog.receiver.iseqno());
            if (header.type() == FrameType.IAX) {
                dialog.messages().sent(header.rawSubclass());
            }
            transmit(frame);
        }
        dialog.timer().reschedule();
    }

    /** Sends again what is due; false if the dialog has ended by that. */
    boolean retransmit(long nowMs) {
        for (PendingFrame frame = window.firstInFlight(); frame != null; frame = window.nextInFlight(frame)) {
            if (frame.dueMs > nowMs) {
                continue;
            }
            if (frame.transmissions == SendWindow.MAX_TRANSMISSIONS) {
                dialog.unanswered(dialog.shard.header(frame));
                return false;
            }
            SendWindow.retransmitted(frame, nowMs);
            dialog.shard.header(frame).retransmission(true).iseqno(dialog.receiver.iseqno());
            dialog.shard.counters().retransmittedOne();
            transmit(frame);
        }
        return true;
    }

    /** Gives a frame whose header says what we expect next to the socket. */
    private void transmit(PendingFrame frame) {
        dialog.receiver.acknowledgementSent();
        send(frame);
    }

    private void send(PendingFrame frame) {
        Remote remote = dialog.remote();
        remote.socket().send(frame, remote.address());
    }

    /** VNAK: everything from a number on goes out again as it was, and its schedule stays as it was. */
    void resendFrom(int iseqno) {
        for (PendingFrame each = window.firstInFlight(); each != null; each = window.nextInFlight(each)) {
            if (SequenceNumbers.isRequested(each.oseqno, iseqno)) {
                dialog.shard.counters().retransmittedOne();
                send(each);
            }
        }
    }

    /** Acknowledges all that was received in sequence (RFC 5456 section 6.9.1). */
    void acknowledge(long timestampMs, int oseqno) {
        unsequenced(IaxCommand.ACK, timestampMs, oseqno);
    }

    /** Asks for all that follows what was received in sequence (VNAK, RFC 5456 section 6.9.3). */
    void askAgain(long timestampMs) {
        unsequenced(IaxCommand.VNAK, timestampMs, dialog.receiver.iseqno());
    }

    private void unsequenced(IaxCommand command, long timestampMs, int oseqno) {
        dialog.receiver.acknowledgementSent();
        dialog.messages().sent(command.number());
        int iseqno = dialog.receiver.iseqno();
        Remote remote = dialog.remote();
        remote.socket()
                .send(
                        remote.address(),
                        command,
                        dialog.localCall(),
                        dialog.remoteCall(),
                        oseqno,
                        iseqno,
                        timestampMs,
                        null);
    }

    /** Tells the remote that the call of its frame does not exist (RFC 5456 section 6.9.2). */
    void invalidate(FullFrame frame) {
        if (dialog.shard.mayInvalidate()) {
            Remote remote = dialog.remote();
            remote.socket()
                    .send(
                            remote.address(),
                            IaxCommand.INVAL,
                            dialog.localCall(),
                            frame.sourceCall(),
                            frame.iseqno(),
                            frame.oseqno() + 1,
                            frame.timestamp(),
                            null);
        }
    }

    /**
     * Takes an ISeqno as acknowledgement of everything before it.
     *
     * @return false if it means nothing
     */
    boolean acknowledged(int iseqno) {
        return window.acknowledge(iseqno);
    }

    /**
     * Makes the request that is out the first frame of a new stream, with the remote's token in it (RFC 5457; Asterisk's IAX2 security
     * paper); {@link #pump} sends it.
     *
     * @param elements has the token
     * @return whether a request is out, and nothing else
     */
    boolean restart(FrameElements elements) {
        PendingFrame request = window.restart();
        if (request == null) {
            return false;
        }
        ElementWriter list = dialog.shard
                .writer()
                .resume(
                        request.memory,
                        request.offset + FullFrame.HEADER_LENGTH,
                        request.capacity - FullFrame.HEADER_LENGTH,
                        request.length - FullFrame.HEADER_LENGTH);
        if (list.removeLast(InformationElement.CALL_TOKEN)) {
            list.bytes(
                    InformationElement.CALL_TOKEN,
                    elements.segment(),
                    elements.offset(InformationElement.CALL_TOKEN),
                    elements.length(InformationElement.CALL_TOKEN));
        }
        request.length = FullFrame.HEADER_LENGTH + list.length();
        dialog.shard
                .header(request)
                .destinationCall(CallNumbers.NONE)
                .timestamp(dialog.clock().protocol(dialog.shard.nowMs()));
        return true;
    }

    /** Drops what waits, as a last frame is to follow. */
    void dropWaiting() {
        window.clearWaiting();
        if (dialog.remoteCall() == CallNumbers.NONE) {
            // Not asking any more; if the question did arrive, its answer will bring the number for the goodbye.
            for (PendingFrame each = window.firstInFlight(); each != null; each = window.nextInFlight(each)) {
                each.dueMs = SendWindow.NEVER;
            }
        }
    }

    /** Forgets everything. */
    void clear() {
        window.clear();
    }
}
