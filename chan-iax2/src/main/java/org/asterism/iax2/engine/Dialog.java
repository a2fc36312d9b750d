package org.asterism.iax2.engine;

import java.lang.foreign.MemorySegment;
import org.asterism.iax2.wire.ControlCommand;
import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.FrameType;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.jspecify.annotations.Nullable;

/**
 * A reliable stream of full frames in both directions with one remote, named by a call number on each side (RFC 5456 sections 3 and
 * 7): what calls, registrations and probes stand on. It numbers, acknowledges and retransmits, answers call tokens and PINGs, and
 * gives everything else to its {@link DialogListener}.
 *
 * <p>Sending never blocks and never fails: frames wait for room in the window or for the remote's call number, and a remote that
 * does not acknowledge ends the dialog. On a dialog that is not open any more, sending does nothing.
 */
public final class Dialog {
    private static final int FINISH_MS = 10_000;

    final Iax2Shard shard;
    final SendWindow window;
    final DialogReceiver receiver;
    private final Remote remote;
    private final int localCall;
    private final boolean incoming;
    private final boolean tokenValidated;
    private final DialogClock clock;
    private final DialogTimer timer;

    /** The one that ended after this one with the same remote; {@link Remote} links those that are over but still known. */
    @Nullable
    Dialog endedNext;

    private DialogState state = DialogState.OPEN;
    private int remoteCall;
    private @Nullable DialogListener listener;
    private @Nullable MediaReceiver media;
    private String lostFrame = "";
    private int firstMessage = MessageLabel.NONE;
    private int lastMessage = MessageLabel.NONE;

    Dialog(Iax2Shard shard, Remote remote, int localCall, boolean incoming, boolean tokenValidated) {
        this.shard = shard;
        this.remote = remote;
        this.localCall = localCall;
        this.incoming = incoming;
        this.tokenValidated = tokenValidated;
        this.clock = new DialogClock(shard.nowMs());
        this.window = new SendWindow(shard.pool());
        this.receiver = new DialogReceiver(this);
        this.timer = new DialogTimer(this);
    }

    // What it is.

    /** {@return the other side} */
    public Remote remote() {
        return remote;
    }

    /** {@return the shard it lives in} */
    public Iax2Shard shard() {
        return shard;
    }

    /** {@return our call number} */
    public int localCall() {
        return localCall;
    }

    /** {@return the remote's call number, {@link CallNumbers#NONE} until its first frame} */
    public int remoteCall() {
        return remoteCall;
    }

    /** {@return whether the remote began it} */
    public boolean incoming() {
        return incoming;
    }

    /** {@return whether it began with a valid call token, so that the remote's address is proven} */
    public boolean tokenValidated() {
        return tokenValidated;
    }

    /** {@return where it is in its life} */
    public DialogState state() {
        return state;
    }

    /** {@return the clock of what this side sends} */
    public DialogClock clock() {
        return clock;
    }

    /** {@return the timestamp of the last frame of the remote's own clock, in ms: what mini frames are unwrapped with} */
    public long lastReceivedMs() {
        return receiver.lastReceivedMs();
    }

    /**
     * Notes the timestamp of a mini frame.
     *
     * @param timestampMs unwrapped, in ms
     */
    public void received(long timestampMs) {
        receiver.received(timestampMs);
    }

    /** {@return the round trip in ms: 1000 until measured, or as {@link #assumeRtt} said} */
    public int rttMs() {
        return timer.rttMs();
    }

    /** {@return the number of the next frame to send, as listings show it} */
    public int oseqno() {
        return window.oseqno();
    }

    /** {@return the number of the next frame to receive, as listings show it} */
    public int iseqno() {
        return receiver.iseqno();
    }

    /** {@return the first IAX command sent or received, such as {@code Rx:NEW    }} */
    public String firstMessage() {
        return MessageLabel.text(firstMessage);
    }

    /** {@return the last IAX command sent or received, such as {@code Tx:ACK    }} */
    public String lastMessage() {
        return MessageLabel.text(lastMessage);
    }

    /** {@return what it is used for; null when it is not open any more} */
    public @Nullable DialogListener listener() {
        return listener;
    }

    /** {@return the frame that was not acknowledged, in the words of Asterisk's warning; empty until then} */
    public String lostFrame() {
        return lostFrame;
    }

    // How it is set up.

    /**
     * Has another listener told from now on.
     *
     * @param newListener who
     */
    public void listener(DialogListener newListener) {
        listener = newListener;
    }

    /**
     * Says where mini frames go.
     *
     * @param receiver where, or null to drop them
     */
    public void media(@Nullable MediaReceiver receiver) {
        media = receiver;
    }

    /**
     * Says how far the remote is before anything is measured: half the time until the first retransmission.
     *
     * @param rttMs in ms
     */
    public void assumeRtt(int rttMs) {
        timer.rttMs(rttMs);
    }

    /** Keeps a call's path open and measured with PING and LAGRQ, from now until its end (RFC 5456 section 6.7). */
    public void keepAlive() {
        timer.keepAlive();
    }

    // What it sends.

    /** {@return an empty list of elements for the frame that is sent next; there is one such list in the shard} */
    public ElementWriter compose() {
        return shard.compose();
    }

    /**
     * Sends an IAX command without elements.
     *
     * @param command what
     */
    public void send(IaxCommand command) {
        sendCommand(command, null, false);
    }

    /**
     * Sends an IAX command.
     *
     * @param command  what
     * @param elements what {@link #compose} gave
     */
    public void send(IaxCommand command, ElementWriter elements) {
        sendCommand(command, elements, false);
    }

    /**
     * Sends the last frame, such as HANGUP, and ends the dialog when it is acknowledged, at the latest after 10 s. If the remote's
     * call number is not known yet, the frame waits for it. The listener is not called any more.
     *
     * @param command  what
     * @param elements what {@link #compose} gave
     */
    public void finish(IaxCommand command, ElementWriter elements) {
        if (state != DialogState.OPEN) {
            return;
        }
        window.clearWaiting();
        if (remoteCall == CallNumbers.NONE) {
            // Not asking any more; if the question did arrive, its answer will bring the number for the goodbye.
            for (PendingFrame each = window.firstInFlight(); each != null; each = window.nextInFlight(each)) {
                each.dueMs = SendWindow.NEVER;
            }
        }
        sendCommand(command, elements, true);
        if (on(DialogState.Event.LAST_FRAME)) {
            listener = null;
            media = null;
            timer.finishAt(shard.nowMs() + FINISH_MS);
        }
    }

    /**
     * Sends a control frame.
     *
     * @param control what
     */
    public void send(ControlCommand control) {
        signal(FrameType.CONTROL, control.number(), MemorySegment.NULL, 0, 0);
    }

    /**
     * Sends a frame of a type other than IAX and media, with the timestamp of the present.
     *
     * @param type          a {@link FrameType}
     * @param rawSubclass   the subclass byte
     * @param payload       memory that holds the payload
     * @param payloadOffset where it begins
     * @param payloadLength its length in bytes
     */
    public void signal(int type, int rawSubclass, MemorySegment payload, long payloadOffset, int payloadLength) {
        if (state == DialogState.OPEN) {
            queue(type, rawSubclass, clock.signal(shard.nowMs()), payload, payloadOffset, payloadLength, true, 0);
        }
    }

    /**
     * Sends a full frame of media, unless the window is full: media does not wait.
     *
     * @param type          VOICE, VIDEO or COMFORT_NOISE
     * @param rawSubclass   the subclass byte
     * @param timestampMs   its timestamp
     * @param payload       memory that holds the media
     * @param payloadOffset where it begins
     * @param payloadLength its length in bytes
     * @return whether it was sent
     */
    public boolean sendMedia(
            int type, int rawSubclass, long timestampMs, MemorySegment payload, long payloadOffset, int payloadLength) {
        if (state != DialogState.OPEN
                || !window.hasRoom()
                || remoteCall == CallNumbers.NONE
                || payloadLength + FullFrame.HEADER_LENGTH > FramePool.MAX_LENGTH) {
            return false;
        }
        clock.sent(timestampMs);
        queue(type, rawSubclass, timestampMs, payload, payloadOffset, payloadLength, true, 0);
        return true;
    }

    /** Asks the remote for a full frame: a mini frame has arrived whose codec is not known. */
    public void requestFullFrame() {
        if (state == DialogState.OPEN && remoteCall != CallNumbers.NONE) {
            receiver.sendVnak(receiver.lastReceivedMs());
        }
    }

    /**
     * Answers a command that nobody here acts on.
     *
     * @param subclass the command's number
     */
    public void unsupported(int subclass) {
        send(IaxCommand.UNSUPPORT, compose().u8(InformationElement.UNKNOWN_COMMAND, subclass));
    }

    /** Ends the dialog at once, without a word to the remote. */
    public void close() {
        if (!on(DialogState.Event.ENDED)) {
            return;
        }
        window.clear();
        timer.cancel();
        listener = null;
        media = null;
        shard.ended(this);
    }

    private boolean on(DialogState.Event event) {
        DialogState next = state.after(event);
        if (next == null) {
            return false;
        }
        state = next;
        return true;
    }

    // What its parts do with it.

    private void sendCommand(IaxCommand command, @Nullable ElementWriter elements, boolean last) {
        if (state != DialogState.OPEN) {
            return;
        }
        if (elements != null && elements.isOverflowed()) {
            throw new IllegalArgumentException(command + " has more elements than a frame holds");
        }
        int length = elements == null ? 0 : elements.length();
        int room = isRequest(command) ? InformationElement.MAX_LENGTH : 0;
        boolean needsRemoteCall = last && !incoming;
        queue(
                FrameType.IAX,
                command.number(),
                clock.protocol(shard.nowMs()),
                shard.scratch(),
                0,
                length,
                needsRemoteCall,
                room);
    }

    /** Whether the remote may ask for this frame again with a call token in it. */
    static boolean isRequest(IaxCommand command) {
        return switch (command) {
            case NEW, REGREQ, REGREL, POKE, FWDOWNL -> true;
            default -> false;
        };
    }

    /** Sends PONG or LAGRP, which carry the timestamp of what they answer. */
    void sendEcho(IaxCommand command, long timestampMs, int elementsLength) {
        queue(FrameType.IAX, command.number(), timestampMs, shard.scratch(), 0, elementsLength, true, 0);
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
        PendingFrame frame = shard.pool().take(FullFrame.HEADER_LENGTH + payloadLength, room);
        frame.needsRemoteCall = needsRemoteCall;
        shard.header(frame)
                .sourceCall(localCall)
                .timestamp(timestampMs)
                .type(type)
                .rawSubclass(rawSubclass);
        if (payloadLength > 0) {
            MemorySegment.copy(
                    payload, payloadOffset, frame.memory, frame.offset + FullFrame.HEADER_LENGTH, payloadLength);
        }
        offer(frame);
    }

    /** Puts a complete frame into the window and sends what may be sent. */
    private void offer(PendingFrame frame) {
        if (window.offer(frame)) {
            pump();
        } else {
            shard.pool().give(frame);
            fail(DialogFailure.OVERFLOW);
        }
    }

    /** Sends what waits and may go. */
    void pump() {
        boolean known = remoteCall != CallNumbers.NONE;
        PendingFrame frame = window.launch(known, timer.rttMs(), shard.nowMs());
        while (frame != null) {
            FullFrame header = shard.header(frame);
            header.destinationCall(remoteCall).oseqno(frame.oseqno).iseqno(receiver.iseqno());
            receiver.acknowledgementSent();
            if (header.type() == FrameType.IAX) {
                noteSent(header.rawSubclass());
            }
            remote.socket().send(frame, remote.address());
            frame = window.launch(known, timer.rttMs(), shard.nowMs());
        }
        timer.reschedule();
    }

    /** Sends a frame of the window once more. */
    void resend(PendingFrame frame) {
        remote.socket().send(frame, remote.address());
    }

    void noteSent(int subclass) {
        IaxCommand command = IaxCommand.of(subclass);
        if (command != null) {
            note(MessageLabel.sent(command));
        }
    }

    void note(int label) {
        lastMessage = label;
        if (firstMessage == MessageLabel.NONE) {
            firstMessage = label;
        }
    }

    /** The remote's call number has become known. */
    void bind(int newRemoteCall) {
        remoteCall = newRemoteCall;
        if (newRemoteCall > CallNumbers.STATELESS) {
            Dialog previous = remote.bind(newRemoteCall, this);
            if (previous != null && previous.state != DialogState.CLOSED) {
                previous.fail(DialogFailure.REPLACED);
            }
        }
    }

    /** A frame was sent in vain as often as it may be. */
    void unanswered(PendingFrame frame) {
        FullFrame header = shard.header(frame);
        lostFrame = "type = " + header.type() + ", subclass = " + header.subclass() + ", ts=" + header.timestamp()
                + ", seqno=" + header.oseqno();
        fail(DialogFailure.UNANSWERED);
    }

    void fail(DialogFailure why) {
        DialogListener told = listener;
        close();
        if (told != null) {
            told.onFailed(this, why);
        }
    }

    @Nullable
    MediaReceiver media() {
        return media;
    }

    DialogTimer timer() {
        return timer;
    }

    @Override
    public String toString() {
        return remote + "/" + localCall + "-" + remoteCall;
    }
}
