package org.asterism.iax2.engine;

import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.FrameType;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.asterism.iax2.wire.SequenceNumbers;
import org.jspecify.annotations.Nullable;

/**
 * The receiving half of a dialog's reliable stream (RFC 5456 section 7): puts frames in order, acknowledges them, and answers those
 * that belong to the transport itself.
 */
final class DialogReceiver {
    private static final int LONGEST_RTT_MS = 60_000;
    /** How long the network may take to deliver a second copy of a frame. */
    private static final int COPY_MS = 5000;

    private final Dialog dialog;
    /** The number the next frame must have. */
    private int iseqno;
    /** The last {@link #iseqno} the remote was told. */
    private int acknowledged;

    private long firstReceivedMs = -1;
    private long lastReceivedMs;
    private boolean tokenReturned;

    DialogReceiver(Dialog dialog) {
        this.dialog = dialog;
    }

    int iseqno() {
        return iseqno;
    }

    /** A frame that carries {@link #iseqno} has been sent. */
    void acknowledgementSent() {
        acknowledged = iseqno;
    }

    long lastReceivedMs() {
        return lastReceivedMs;
    }

    void received(long timestampMs) {
        lastReceivedMs = timestampMs;
    }

    /**
     * Whether a NEW is a copy of the one that began the dialog: sent again, or delivered twice. Another NEW under the same number comes
     * from a remote that has forgotten the dialog, and has to pass the front door like any other.
     */
    boolean isCopyOfFirst(FullFrame frame) {
        return dialog.incoming()
                && frame.timestamp() == firstReceivedMs
                && (frame.isRetransmission() || dialog.clock().elapsedMs(dialog.shard.nowMs()) < COPY_MS);
    }

    /**
     * Takes a full frame whose address and one call number are the dialog's.
     *
     * @param frame    the frame
     * @param elements its elements if it is of type IAX, else empty
     */
    void onFrame(FullFrame frame, FrameElements elements) {
        IaxCommand command = frame.command();
        if (!callNumbersFit(frame, command)) {
            refuseNumbers(frame, command);
            return;
        }
        if (dialog.state() == DialogState.CLOSED) {
            afterEnd(frame, command);
            return;
        }
        if (frame.type() == FrameType.IAX) {
            dialog.messages().received(frame.rawSubclass());
        }
        if (command == IaxCommand.CALLTOKEN) {
            onCallToken(elements);
        } else if (command == IaxCommand.INVAL) {
            dialog.fail(DialogFailure.INVALIDATED);
        } else {
            inSequence(frame, elements, command);
        }
    }

    private boolean callNumbersFit(FullFrame frame, @Nullable IaxCommand command) {
        int remoteCall = dialog.remoteCall();
        if (remoteCall != CallNumbers.NONE && frame.sourceCall() != remoteCall) {
            return false;
        }
        int destination = frame.destinationCall();
        // ACK and its like must name the call: a blind sender of them must not complete a handshake.
        return destination == dialog.localCall()
                || (destination == CallNumbers.NONE && (command == null || command.isSequenced()));
    }

    /** A second answer to our request, made by a server that took a copy for another call: it can go. */
    private void refuseNumbers(FullFrame frame, @Nullable IaxCommand command) {
        dialog.shard.counters().drop(FrameDrop.WRONG_CALL_NUMBER);
        boolean secondAnswer = frame.destinationCall() == dialog.localCall()
                && frame.sourceCall() > CallNumbers.STATELESS
                && (command == null || command.isSequenced());
        if (secondAnswer) {
            dialog.sender.invalidate(frame);
        }
    }

    private void inSequence(FullFrame frame, FrameElements elements, @Nullable IaxCommand command) {
        if (dialog.remoteCall() == CallNumbers.NONE) {
            dialog.bind(frame.sourceCall());
        }
        acknowledge(frame, command);
        if (dialog.state() == DialogState.CLOSED) {
            if (command != IaxCommand.ACK) {
                afterEnd(frame, command);
            }
            return;
        }
        long timestampMs = frame.timestamp();
        if (firstReceivedMs < 0) {
            firstReceivedMs = timestampMs;
        }
        int remoteIseqno = frame.iseqno();
        boolean sequenced = command == null || command.isSequenced();
        SequenceNumbers.Order order = SequenceNumbers.classify(frame.oseqno(), iseqno);
        if (order == SequenceNumbers.Order.EXPECTED || (command != null && command.isAcceptedOutOfOrder())) {
            if (sequenced && order == SequenceNumbers.Order.EXPECTED) {
                iseqno = SequenceNumbers.next(iseqno);
            }
            process(frame, elements, command);
            if (sequenced && acknowledged != iseqno) {
                dialog.sender.acknowledge(timestampMs, remoteIseqno);
            }
        } else if (order == SequenceNumbers.Order.DUPLICATE) {
            dialog.shard.counters().drop(FrameDrop.DUPLICATE);
            dialog.sender.acknowledge(timestampMs, remoteIseqno);
        } else {
            dialog.shard.counters().drop(FrameDrop.OUT_OF_ORDER);
            dialog.sender.askAgain(timestampMs);
        }
        if (dialog.state() != DialogState.CLOSED) {
            dialog.sender.pump();
        }
    }

    /** What the frame says about ours; only one that names the call says anything, else it could be sent blind. */
    private void acknowledge(FullFrame frame, @Nullable IaxCommand command) {
        boolean hadUnacknowledged = !dialog.sender.isIdle();
        boolean plausible = frame.destinationCall() == dialog.localCall() && dialog.sender.acknowledged(frame.iseqno());
        if (!plausible && command == IaxCommand.ACK) {
            dialog.shard.counters().drop(FrameDrop.IMPLAUSIBLE);
        }
        if (!hadUnacknowledged || !dialog.sender.isIdle()) {
            return;
        }
        DialogListener listener = dialog.listener();
        if (dialog.state() == DialogState.FINISHING) {
            dialog.close();
        } else if (listener != null) {
            listener.onAcknowledged(dialog);
        }
    }

    private void process(FullFrame frame, FrameElements elements, @Nullable IaxCommand command) {
        if (command == null && frame.type() == FrameType.IAX) {
            lastReceivedMs = frame.timestamp();
            dialog.unsupported(frame.rawSubclass());
            return;
        }
        if (command == null || !command.echoesTimestamp()) {
            lastReceivedMs = frame.timestamp();
        }
        switch (command) {
            case ACK -> {}
            case VNAK -> dialog.sender.resendFrom(frame.iseqno());
            case PING -> answerPing(frame.timestamp());
            case LAGRQ -> dialog.sender.echo(IaxCommand.LAGRP, frame.timestamp(), 0);
            case LAGRP -> {}
            case PONG -> {
                measure(frame.timestamp());
                give(frame, elements, command);
            }
            case null, default -> give(frame, elements, command);
        }
    }

    private void give(FullFrame frame, FrameElements elements, @Nullable IaxCommand command) {
        DialogListener listener = dialog.listener();
        if (listener != null) {
            listener.onFrame(dialog, frame, elements);
        } else if (command != null && isGoodbye(command)) {
            acknowledgeNow(frame);
            dialog.close();
        }
    }

    private void acknowledgeNow(FullFrame frame) {
        dialog.sender.acknowledge(frame.timestamp(), frame.iseqno());
    }

    private static boolean isGoodbye(IaxCommand command) {
        return switch (command) {
            case HANGUP, REJECT, REGREJ, REGACK, TXREJ -> true;
            default -> false;
        };
    }

    private void answerPing(long timestampMs) {
        ElementWriter pong = dialog.compose();
        DialogListener listener = dialog.listener();
        if (listener != null) {
            listener.report(dialog, pong);
        }
        dialog.sender.echo(IaxCommand.PONG, timestampMs, pong.length());
    }

    private void measure(long echoedMs) {
        long rttMs = dialog.clock().elapsedMs(dialog.shard.nowMs()) - echoedMs;
        if (rttMs >= 0 && rttMs < LONGEST_RTT_MS) {
            dialog.timer().rttMs((int) rttMs);
        }
    }

    /**
     * The remote wants to know first that we are where we say: the request goes out again with its token in it. Once per dialog, lest
     * a bad server keeps us asking.
     */
    private void onCallToken(FrameElements elements) {
        if (dialog.state() == DialogState.FINISHING) {
            dialog.close();
            return;
        }
        boolean expected = !tokenReturned
                && elements.length(InformationElement.CALL_TOKEN) > 0
                && dialog.remoteCall() == CallNumbers.NONE;
        if (!expected || !dialog.sender.restart(elements)) {
            dialog.shard.counters().drop(FrameDrop.IMPLAUSIBLE);
            return;
        }
        tokenReturned = true;
        iseqno = 0;
        acknowledged = 0;
        dialog.sender.pump();
    }

    /**
     * The dialog is over. What the remote sends again, because our acknowledgement was lost, is acknowledged again; anything else
     * tells that it does not know yet (RFC 5456 section 6.2.5).
     */
    private void afterEnd(FullFrame frame, @Nullable IaxCommand command) {
        dialog.shard.counters().drop(FrameDrop.ENDED_CALL);
        if (command != null && !command.isSequenced()) {
            return;
        }
        SequenceNumbers.Order order = SequenceNumbers.classify(frame.oseqno(), iseqno);
        boolean goodbye = command != null && isGoodbye(command);
        if (order == SequenceNumbers.Order.EXPECTED && goodbye) {
            iseqno = SequenceNumbers.next(iseqno);
        }
        if (order == SequenceNumbers.Order.DUPLICATE || goodbye) {
            if (dialog.remoteCall() == CallNumbers.NONE) {
                dialog.bind(frame.sourceCall());
            }
            acknowledgeNow(frame);
        } else {
            dialog.sender.invalidate(frame);
        }
    }
}
