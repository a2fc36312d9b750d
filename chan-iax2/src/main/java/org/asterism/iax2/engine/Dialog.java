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
    final DialogSender sender;
    final DialogReceiver receiver;
    private final Remote remote;
    private final int localCall;
    private final boolean incoming;
    private final boolean tokenValidated;
    private final DialogClock clock;
    private final DialogTimer timer;
    private final DialogMessages messages = new DialogMessages();

    /** The one that ended after this one with the same remote; {@link Remote} links those that are over but still known. */
    @Nullable
    Dialog endedNext;

    private DialogState state = DialogState.OPEN;
    private int remoteCall;
    private @Nullable DialogListener listener;
    private @Nullable MediaReceiver media;
    private String lostFrame = "";

    Dialog(Iax2Shard shard, Remote remote, int localCall, boolean incoming, boolean tokenValidated) {
        this.shard = shard;
        this.remote = remote;
        this.localCall = localCall;
        this.incoming = incoming;
        this.tokenValidated = tokenValidated;
        this.clock = new DialogClock(shard.nowMs());
        this.sender = new DialogSender(this);
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
        return sender.oseqno();
    }

    /** {@return the number of the next frame to receive, as listings show it} */
    public int iseqno() {
        return receiver.iseqno();
    }

    /** {@return its first and last IAX command, as listings show them} */
    public DialogMessages messages() {
        return messages;
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
        if (state == DialogState.OPEN) {
            sender.command(command, null, false);
        }
    }

    /**
     * Sends an IAX command.
     *
     * @param command  what
     * @param elements what {@link #compose} gave
     */
    public void send(IaxCommand command, ElementWriter elements) {
        if (state == DialogState.OPEN) {
            sender.command(command, elements, false);
        }
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
        sender.dropWaiting();
        sender.command(command, elements, !incoming);
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
            sender.frame(type, rawSubclass, clock.signal(shard.nowMs()), payload, payloadOffset, payloadLength);
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
                || !sender.hasRoom()
                || payloadLength + FullFrame.HEADER_LENGTH > FramePool.MAX_LENGTH) {
            return false;
        }
        clock.sent(timestampMs);
        sender.frame(type, rawSubclass, timestampMs, payload, payloadOffset, payloadLength);
        return true;
    }

    /** Asks the remote for a full frame: a mini frame has arrived whose codec is not known. */
    public void requestFullFrame() {
        if (state == DialogState.OPEN && remoteCall != CallNumbers.NONE) {
            sender.askAgain(receiver.lastReceivedMs());
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
        sender.clear();
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
    void unanswered(FullFrame frame) {
        lostFrame = "type = " + frame.type() + ", subclass = " + frame.subclass() + ", ts=" + frame.timestamp()
                + ", seqno=" + frame.oseqno();
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
