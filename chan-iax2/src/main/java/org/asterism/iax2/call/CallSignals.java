package org.asterism.iax2.call;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.asterism.core.channel.HangupCause;
import org.asterism.iax2.engine.Dialog;
import org.asterism.iax2.engine.FrameDrop;
import org.asterism.iax2.wire.ControlCommand;
import org.asterism.iax2.wire.FrameType;
import org.asterism.iax2.wire.FullFrame;
import org.jspecify.annotations.Nullable;

/** What passes on an accepted call besides audio: control frames, digits, text (RFC 5456 sections 6.3, 6.8 and 8.2). */
public final class CallSignals {
    private static final String DIGITS = "0123456789ABCDabcd*#";
    private static final int MAX_TEXT = 1000;
    private static final char NO_DIGIT = 0;

    private final Call call;
    private char openDigit = NO_DIGIT;

    CallSignals(Call call) {
        this.call = call;
    }

    // To the remote.

    /**
     * Sends a control frame.
     *
     * @param control what
     * @param text    the music class of HOLD, or null
     */
    public void send(ControlCommand control, @Nullable String text) {
        if (!call.isStarted()) {
            return;
        }
        if (text == null || text.isEmpty()) {
            dialog().send(control);
        } else {
            sendText(FrameType.CONTROL, control.number(), text);
        }
    }

    /**
     * Begins a digit.
     *
     * @param digit one of {@code 0-9 A-D * #}
     */
    public void beginDigit(char digit) {
        digit(FrameType.DTMF_BEGIN, digit);
    }

    /**
     * Ends a digit.
     *
     * @param digit one of {@code 0-9 A-D * #}
     */
    public void endDigit(char digit) {
        digit(FrameType.DTMF_END, digit);
    }

    private void digit(int type, char digit) {
        if (call.isStarted() && isDigit(digit)) {
            dialog().signal(type, Character.toUpperCase(digit), MemorySegment.NULL, 0, 0);
        }
    }

    /**
     * Sends text.
     *
     * @param text at most a thousand bytes of it are sent
     */
    public void sendText(String text) {
        if (call.isStarted()) {
            sendText(FrameType.TEXT, 0, text);
        }
    }

    private void sendText(int type, int subclass, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, MAX_TEXT);
        // With a NUL behind it, as C programs expect it.
        MemorySegment memory = Arena.ofAuto().allocate(length + 1L);
        MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, 0, length);
        dialog().signal(type, subclass, memory, 0, length + 1);
    }

    // From the remote.

    void onFrame(FullFrame frame) {
        switch (frame.type()) {
            case FrameType.CONTROL -> onControl(frame);
            case FrameType.DTMF_BEGIN -> onDigit((char) frame.rawSubclass(), true);
            case FrameType.DTMF_END -> onDigit((char) frame.rawSubclass(), false);
            case FrameType.TEXT -> call.observer().onText(call, text(frame));
            default -> drop(FrameDrop.UNEXPECTED_MEDIA);
        }
    }

    private void onControl(FullFrame frame) {
        ControlCommand control = frame.control();
        if (control == null || !control.isAllowedOnWire(false)) {
            drop(FrameDrop.BLOCKED_CONTROL);
            return;
        }
        switch (control) {
            case ANSWER -> {
                if (call.dialog().incoming()) {
                    drop(FrameDrop.WRONG_STATE); // it is for us to answer
                } else if (call.move(CallEvent.ANSWERED)) {
                    call.observer().onAnswered(call);
                }
            }
            case HANGUP -> call.giveUp(HangupCause.NORMAL_CLEARING, "HANGUP");
            case BUSY -> tell(control, "", HangupCause.USER_BUSY);
            case CONGESTION -> tell(control, "", HangupCause.CONGESTION);
            case HOLD -> tell(control, text(frame), 0);
            default -> tell(control, "", 0);
        }
    }

    private void tell(ControlCommand control, String text, int causeHint) {
        if (causeHint != 0) {
            call.causeHint(causeHint);
        }
        call.observer().onControl(call, control, text);
    }

    /** Remotes send a beginning and an end, or only the end. */
    private void onDigit(char raw, boolean begins) {
        if (!isDigit(raw)) {
            drop(FrameDrop.IMPLAUSIBLE);
            return;
        }
        char digit = Character.toUpperCase(raw);
        if (begins || openDigit != digit) {
            call.observer().onDigitBegin(call, digit);
        }
        openDigit = begins ? digit : NO_DIGIT;
        if (!begins) {
            call.observer().onDigitEnd(call, digit);
        }
    }

    private static boolean isDigit(char digit) {
        return DIGITS.indexOf(digit) >= 0;
    }

    /** The payload up to the first NUL. */
    private static String text(FullFrame frame) {
        byte[] bytes = frame.segment()
                .asSlice(frame.payloadOffset(), frame.payloadLength())
                .toArray(ValueLayout.JAVA_BYTE);
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private void drop(FrameDrop reason) {
        dialog().shard().counters().drop(reason);
    }

    private Dialog dialog() {
        return call.dialog();
    }
}
