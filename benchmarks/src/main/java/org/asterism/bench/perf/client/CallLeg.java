package org.asterism.bench.perf.client;

import org.asterism.bench.perf.stats.MediaStream;
import org.asterism.iax2.wire.AuthMethods;
import org.asterism.iax2.wire.ControlCommand;
import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.FrameType;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.asterism.iax2.wire.Md5Response;
import org.asterism.iax2.wire.Subclass;
import org.asterism.iax2.wire.Timestamps;
import org.jspecify.annotations.Nullable;

/** One end of a call, either one that we place or one that the server places to us. It may place calls one after another. */
final class CallLeg extends Dialog {
    private static final int PROTOCOL_VERSION = 2;
    private static final int NORMAL_CLEARING = 16;
    private static final long GOODBYE_MS = 5000;

    /** Learns how the call goes. */
    interface Observer {
        /** It is answered: frames may flow. */
        void onAnswer(CallLeg leg);

        /** It is over, however it went. */
        void onEnd(CallLeg leg);
    }

    final MediaStream stream;
    private final Observer observer;
    private final boolean caller;
    private final long codecBit;
    private final int frameMs;
    private final int payloadBytes;

    private CallState state = CallState.IDLE;
    private long placedNs;
    private long leftNs;
    private boolean tokenReturned;
    private boolean voiceNamed;
    private long mediaMs;
    private long lastMediaMs;
    private boolean wasAnswered;
    /** Whom it calls; {@code {n}} stands for its index. */
    String number = "";

    /** When the observer wants to hang up; used by it alone. */
    long hangUpNs = Long.MAX_VALUE;

    /** Place in the {@link MediaSchedule}, -1 for none. */
    int slot = -1;

    int slotIndex;

    CallLeg(
            Exchange exchange,
            int index,
            Outbox outbox,
            int localAddress,
            boolean caller,
            MediaStream stream,
            Observer observer) {
        super(exchange, index, outbox, localAddress);
        this.caller = caller;
        this.stream = stream;
        this.observer = observer;
        this.codecBit = exchange.settings().codec().bit();
        this.frameMs = exchange.settings().frameMs();
        this.payloadBytes = exchange.settings().payloadBytes();
        exchange.watch(this);
    }

    CallState state() {
        return state;
    }

    /** Whether the call, or the last one, was answered. */
    boolean wasAnswered() {
        return wasAnswered;
    }

    /** Sends NEW. */
    void place() {
        exchange.tally().callsBegun++;
        tokenReturned = false;
        voiceNamed = false;
        wasAnswered = false;
        if (!begin()) {
            fail("no call number is free");
            return;
        }
        state = CallState.CALLING;
        exchange.tally().open++;
        placedNs = exchange.nowNs();
        deadlineIn(exchange.settings().giveUpMs());
        sendNew(null);
    }

    private void sendNew(@Nullable FrameElements token) {
        ClientSettings settings = exchange.settings();
        byte[] proof = token == null ? new byte[0] : token.bytes(InformationElement.CALL_TOKEN);
        ElementWriter list = elements()
                .u16(InformationElement.VERSION, PROTOCOL_VERSION)
                .text(InformationElement.CALLED_NUMBER, ClientSettings.fill(number, index))
                .text(InformationElement.CALLING_NUMBER, "perf" + index);
        if (!settings.context().isEmpty()) {
            list.text(InformationElement.CALLED_CONTEXT, settings.context());
        }
        if (!settings.user().isEmpty()) {
            list.text(InformationElement.USERNAME, ClientSettings.fill(settings.user(), index));
        }
        list.format(codecBit).capability(codecBit).bytes(InformationElement.CALL_TOKEN, proof);
        sendCommand(IaxCommand.NEW, list);
    }

    /** The media has no call behind it: for relays that know of no calls. */
    void talkRaw() {
        begin();
        state = CallState.TALKING;
        exchange.tally().open++;
        exchange.tally().callsAnswered++;
        voiceNamed = true;
        mediaMs = 0;
        exchange.schedule().add(this);
    }

    /** Ends the call, if there is one. */
    void hangUp() {
        switch (state) {
            case CALLING, ACCEPTED, TALKING -> {
                exchange.schedule().remove(this);
                state = CallState.LEAVING;
                leftNs = exchange.nowNs();
                deadlineIn(GOODBYE_MS);
                sendCommand(IaxCommand.HANGUP, elements().u8(InformationElement.CAUSE_CODE, NORMAL_CLEARING));
            }
            case IDLE, LEAVING -> {}
        }
    }

    /** Ends what {@link #talkRaw} began. */
    void hushRaw() {
        exchange.schedule().remove(this);
        over();
    }

    /** Sends the next frame of media. */
    void talk() {
        long timestampMs = mediaMs;
        mediaMs += frameMs;
        if (voiceNamed && !Timestamps.needsFullVoice(lastMediaMs, timestampMs)) {
            exchange.sendMini(this, (int) timestampMs, payloadBytes);
        } else {
            voiceNamed = true;
            exchange.mark(stream, outbox.memory(), outbox.claim() + FullFrame.HEADER_LENGTH);
            sendReliably(FrameType.VOICE, Subclass.compress(codecBit), payloadBytes, timestampMs);
        }
        lastMediaMs = timestampMs;
    }

    @Override
    void onToken(FrameElements list) {
        if (state == CallState.CALLING && !tokenReturned) {
            tokenReturned = true;
            restart();
            sendNew(list);
        }
    }

    @Override
    void onSequenced(FullFrame frame, FrameElements list, @Nullable IaxCommand command, long arrivedNs) {
        if (state == CallState.IDLE && command != IaxCommand.NEW) {
            return; // it ended with what the frame acknowledged
        }
        if (frame.type() == FrameType.CONTROL) {
            if (frame.control() == ControlCommand.ANSWER && caller && state == CallState.ACCEPTED) {
                exchange.tally().setUp.record(arrivedNs - placedNs);
                answer();
            }
        } else if (command != null) {
            onCommand(frame, list, command, arrivedNs);
        }
    }

    private void onCommand(FullFrame frame, FrameElements list, IaxCommand command, long arrivedNs) {
        switch (command) {
            case NEW -> accept();
            case AUTHREQ -> authenticate(list);
            case ACCEPT -> {
                if (state == CallState.CALLING) {
                    exchange.tally().accept.record(arrivedNs - placedNs);
                    state = CallState.ACCEPTED;
                }
            }
            case HANGUP, REJECT -> {
                acknowledgeNow(frame);
                leftByServer(command, list);
            }
            default -> {}
        }
    }

    /** Takes the server's call: accepts and answers in one go. */
    private void accept() {
        if (caller || state != CallState.IDLE) {
            return;
        }
        state = CallState.ACCEPTED;
        exchange.tally().open++;
        exchange.tally().callsTaken++;
        voiceNamed = false;
        sendCommand(IaxCommand.ACCEPT, elements().format(codecBit));
        sendReliably(FrameType.CONTROL, ControlCommand.ANSWER.number(), 0, elapsedMs());
        answer();
    }

    private void answer() {
        state = CallState.TALKING;
        wasAnswered = true;
        deadlineNs = Long.MAX_VALUE;
        mediaMs = elapsedMs();
        lastMediaMs = mediaMs;
        if (caller) {
            exchange.tally().callsAnswered++;
        }
        exchange.schedule().add(this);
        observer.onAnswer(this);
    }

    private void authenticate(FrameElements list) {
        ClientSettings settings = exchange.settings();
        int methods = list.u16(InformationElement.AUTH_METHODS, 0);
        if (settings.secret().isEmpty()) {
            abandon("the server wants a password: --secret");
        } else if ((methods & AuthMethods.MD5) == 0) {
            abandon("the server offers no MD5");
        } else {
            String challenge = list.text(InformationElement.CHALLENGE, "");
            String secret = ClientSettings.fill(settings.secret(), index);
            sendCommand(
                    IaxCommand.AUTHREP,
                    elements().text(InformationElement.MD5_RESULT, Md5Response.of(challenge, secret)));
        }
    }

    private void leftByServer(IaxCommand command, FrameElements list) {
        boolean before = state == CallState.CALLING || state == CallState.ACCEPTED;
        if (before && caller) {
            int cause = list.u8(InformationElement.CAUSE_CODE, 0);
            String text = list.text(InformationElement.CAUSE, "");
            fail("%s, cause %d%s".formatted(command.label().strip(), cause, text.isEmpty() ? "" : " (" + text + ")"));
        } else {
            if (state == CallState.TALKING && caller) {
                exchange.tally().callsDropped++;
            } else if (caller) {
                exchange.tally().callsEnded++;
            }
            over();
        }
    }

    private void abandon(String why) {
        hangUp();
        fail(why);
    }

    private void fail(String why) {
        exchange.tally().failed(why);
        over();
    }

    @Override
    void onLost() {
        if (state == CallState.TALKING) {
            exchange.tally().callsDropped++;
            over();
        } else if (state == CallState.LEAVING) {
            over();
        } else {
            fail("INVAL");
        }
    }

    @Override
    void onDeadline() {
        if (state == CallState.LEAVING) {
            exchange.tally().failed("no answer to HANGUP");
            over();
        } else {
            String why = state == CallState.CALLING ? "no answer to NEW" : "accepted, but not answered";
            exchange.tally().failed(why);
            if (remoteCall == 0) {
                over();
            } else {
                hangUp();
            }
        }
    }

    @Override
    void onAllAcknowledged() {
        if (state == CallState.LEAVING) {
            exchange.tally().tearDown.record(exchange.nowNs() - leftNs);
            if (caller) {
                exchange.tally().callsEnded++;
            }
            over();
        }
    }

    private void over() {
        exchange.schedule().remove(this);
        if (exchange.isMeasuring()) {
            stream.ended();
        }
        boolean was = state != CallState.IDLE;
        state = CallState.IDLE;
        if (was) {
            exchange.tally().open--;
        }
        if (!caller) {
            exchange.forgetTaken(this);
            exchange.unwatch(this);
        }
        end();
        observer.onEnd(this);
    }
}
