package org.asterism.iax2.call;

import java.util.Objects;
import java.util.function.Function;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.media.Format;
import org.asterism.core.time.Timer;
import org.asterism.iax2.engine.Dialog;
import org.asterism.iax2.engine.DialogFailure;
import org.asterism.iax2.engine.DialogListener;
import org.asterism.iax2.engine.FrameDrop;
import org.asterism.iax2.wire.ControlCommand;
import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.FrameType;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call leg (RFC 5456 section 6.2) between this switch and one remote: {@link CallTransitions} decides where it is, its
 * {@link CallSetup} how it comes about, its {@link MediaSession} carries the audio, and a {@link CallObserver} is told.
 */
public final class Call implements DialogListener {
    private static final Logger LOG = LoggerFactory.getLogger(Call.class);

    /** Ends the state's waiting. */
    private final class Deadline extends Timer {
        @Override
        protected void expire(long nowMs) {
            setup.onDeadline(state);
        }
    }

    private final Dialog dialog;
    private final MediaSession media;
    private final CallSignals signals;
    private final CallSetup setup;
    private final CallHistory history = new CallHistory();
    private final Deadline deadline = new Deadline();

    private CallState state = CallState.INITIAL;
    private @Nullable CallObserver observer;
    private String name = "(None)";
    private String userName = "";
    private RemoteReport remoteReport = RemoteReport.NONE;
    private int causeHint;

    private Call(Dialog dialog, Format expected, Function<Call, CallSetup> setups) {
        this.dialog = dialog;
        this.media = new MediaSession(this, dialog, expected);
        this.signals = new CallSignals(this);
        this.setup = setups.apply(this);
        dialog.listener(this);
        dialog.keepAlive();
    }

    /** An incoming call, whose NEW is about to arrive. */
    static Call incoming(Dialog dialog, IncomingCalls calls) {
        return new Call(dialog, Format.ULAW, call -> new IncomingSetup(call, calls));
    }

    /**
     * An outgoing call, not placed yet.
     *
     * @param dialog   a new dialog with its destination
     * @param expected the format its audio will have unless the remote wants another
     * @return the call
     */
    public static Call outgoing(Dialog dialog, Format expected) {
        return new Call(dialog, expected, OutgoingSetup::new);
    }

    // What it is.

    /** {@return its dialog} */
    public Dialog dialog() {
        return dialog;
    }

    /** {@return its audio} */
    public MediaSession media() {
        return media;
    }

    /** {@return where it is} */
    public CallState state() {
        return state;
    }

    /** {@return how it got there} */
    public CallHistory history() {
        return history;
    }

    /** {@return the name of its channel, {@code (None)} while there is none} */
    public String name() {
        return name;
    }

    /**
     * Names it after its channel.
     *
     * @param channelName such as {@code IAX2/alice-5715}
     */
    public void name(String channelName) {
        name = channelName;
    }

    /** {@return the user of an incoming call, or the user name an outgoing one proves itself with; may be empty} */
    public String userName() {
        return userName;
    }

    void userName(String newUserName) {
        userName = newUserName;
    }

    /** {@return what the remote last said about our audio} */
    public RemoteReport remoteReport() {
        return remoteReport;
    }

    /** {@return whether it is not over} */
    public boolean isAlive() {
        return state != CallState.ENDED;
    }

    /** {@return whether it is accepted, so that signals and audio may pass} */
    public boolean isStarted() {
        return state == CallState.LINKED || state == CallState.UP;
    }

    CallObserver observer() {
        return Objects.requireNonNull(observer);
    }

    void observer(CallObserver newObserver) {
        observer = newObserver;
    }

    // What its user does.

    /**
     * Places an outgoing call.
     *
     * @param request what to say
     * @param told    is told what happens to it
     */
    public void place(CallRequest request, CallObserver told) {
        observer = told;
        if (setup instanceof OutgoingSetup outgoing && state == CallState.INITIAL) {
            outgoing.place(request);
        } else {
            told.onEnded(this, HangupCause.DESTINATION_OUT_OF_ORDER, "ended before it was placed");
        }
    }

    /** Answers an incoming call. */
    public void answer() {
        if (state == CallState.LINKED && move(CallEvent.ANSWERED)) {
            dialog.send(ControlCommand.ANSWER);
        }
    }

    /** {@return digits, texts and control frames to the remote} */
    public CallSignals signals() {
        return signals;
    }

    /**
     * Ends the call. The observer is not told.
     *
     * @param cause a {@link HangupCause} number
     */
    public void hangup(int cause) {
        if (isAlive()) {
            end();
            dialog.finish(IaxCommand.HANGUP, dialog.compose().u8(InformationElement.CAUSE_CODE, cause));
        }
    }

    // What its parts do.

    /** Takes an event to the state machine; false, and counted, if it cannot happen in this state. */
    boolean move(CallEvent event) {
        CallState next = CallTransitions.next(state, event);
        if (next == null) {
            dialog.shard().counters().drop(FrameDrop.WRONG_STATE);
            return false;
        }
        long nowMs = dialog.shard().nowMs();
        history.add(nowMs, state, event, next);
        state = next;
        wait(CallTransitions.deadlineMs(next));
        return true;
    }

    /** Gives the present state another deadline, in ms; 0 for none. */
    void wait(int forMs) {
        if (forMs == 0) {
            dialog.shard().timers().cancel(deadline);
        } else {
            dialog.shard().timers().schedule(deadline, dialog.shard().nowMs() + forMs);
        }
    }

    /** The remote agreed on a codec with us. */
    void link(long formatBit, Format format) {
        media.open(formatBit, format);
    }

    /** Refuses with a REJECT. */
    void reject(RejectReason reason) {
        if (isAlive()) {
            end();
            dialog.finish(
                    IaxCommand.REJECT,
                    dialog.compose()
                            .text(InformationElement.CAUSE, reason.text())
                            .u8(InformationElement.CAUSE_CODE, reason.cause()));
        }
    }

    /**
     * Ends the call as if its far end had, so that the observer is told.
     *
     * @param cause a {@link HangupCause} number
     * @param why   for the log
     */
    public void giveUp(int cause, String why) {
        if (isAlive()) {
            hangup(cause);
            tellEnd(cause, why);
        }
    }

    /** Ends a call that cannot be placed: nothing was sent. */
    void abandon(int cause, String why) {
        LOG.warn("Call {} is not placed: {}", name, why);
        end();
        dialog.close();
        tellEnd(cause, why);
    }

    /** Ends with HANGUP "Timeout", as Asterisk does with calls that are opened and then forgotten. */
    void timeOut() {
        if (isAlive()) {
            end();
            dialog.finish(
                    IaxCommand.HANGUP,
                    dialog.compose()
                            .text(InformationElement.CAUSE, "Timeout")
                            .u8(InformationElement.CAUSE_CODE, HangupCause.NO_USER_RESPONSE));
        }
    }

    /** A control frame told why the end will come. */
    void causeHint(int cause) {
        causeHint = cause;
    }

    void mediaEnded(int number) {
        CallObserver told = observer;
        if (told != null && isAlive()) {
            told.onMediaEnded(this, number);
        }
    }

    private void end() {
        move(CallEvent.END);
        media.close();
        setup.onEnd();
    }

    private void tellEnd(int cause, String why) {
        CallObserver told = observer;
        if (told != null) {
            told.onEnded(this, cause, why);
        }
    }

    // What the dialog reports.

    @Override
    public void onFrame(Dialog on, FullFrame frame, FrameElements elements) {
        IaxCommand command = frame.command();
        if (command != null) {
            onCommand(command, elements);
        } else if (frame.type() == FrameType.VOICE) {
            media.onVoice(frame);
        } else if (isStarted()) {
            signals.onFrame(frame);
        } else {
            dialog.shard().counters().drop(FrameDrop.WRONG_STATE);
        }
    }

    private void onCommand(IaxCommand command, FrameElements elements) {
        switch (command) {
            case NEW, AUTHREQ, AUTHREP, ACCEPT, DIAL, DPREQ -> {
                if (!setup.onCommand(command, elements)) {
                    dialog.shard().counters().drop(FrameDrop.WRONG_STATE);
                }
            }
            case HANGUP, REJECT -> onGoodbye(command, elements);
            case PONG -> remoteReport = RemoteReport.of(elements);
            case QUELCH -> media.quelch(true);
            case UNQUELCH -> media.quelch(false);
            // We are in the middle of no transfer: whoever asks keeps his path through us (RFC 5456 section 6.5).
            case TXREQ, TXMEDIA -> dialog.send(IaxCommand.TXREJ);
            case UNSUPPORT, DPREP, TXCNT, TXACC, TXREADY, TXREL, TXREJ ->
                dialog.shard().counters().drop(FrameDrop.WRONG_STATE);
            default -> dialog.unsupported(command.number());
        }
    }

    private void onGoodbye(IaxCommand command, FrameElements elements) {
        int code = elements.u8(InformationElement.CAUSE_CODE, HangupCause.NONE);
        int cause = code != HangupCause.NONE ? code : causeHint != 0 ? causeHint : HangupCause.NORMAL_CLEARING;
        String text = elements.text(InformationElement.CAUSE, "");
        end();
        dialog.close();
        tellEnd(cause, text.isEmpty() ? command.name() : text);
    }

    @Override
    public void onAcknowledged(Dialog on) {
        setup.onAcknowledged();
    }

    @Override
    public void onFailed(Dialog on, DialogFailure why) {
        if (!isAlive()) {
            return;
        }
        if (why == DialogFailure.UNANSWERED) {
            LOG.warn(
                    "Max retries exceeded to host {} on {} ({})",
                    dialog.remote().address().host(),
                    name,
                    dialog.lostFrame());
        } else {
            LOG.warn("Call {} with {} has ended: {}", name, dialog.remote(), why);
        }
        end();
        tellEnd(HangupCause.DESTINATION_OUT_OF_ORDER, why.toString());
    }

    @Override
    public void report(Dialog on, ElementWriter pong) {
        media.quality().write(pong);
    }
}
