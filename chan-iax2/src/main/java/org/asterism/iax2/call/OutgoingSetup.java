package org.asterism.iax2.call;

import java.time.LocalDateTime;
import java.util.Map;
import org.asterism.core.channel.CallerId;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.media.Format;
import org.asterism.iax2.engine.Dialog;
import org.asterism.iax2.wire.CodecPreferences;
import org.asterism.iax2.wire.Codecs;
import org.asterism.iax2.wire.DateTimeElement;
import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a call comes about on the caller's side (RFC 5456 figure 2). */
final class OutgoingSetup implements CallSetup {
    private static final Logger LOG = LoggerFactory.getLogger(OutgoingSetup.class);

    private static final int PROTOCOL_VERSION = 2;
    private static final int ADSI_UNAVAILABLE = 2;
    /** What a CALLTOKEN that comes later needs, and the empty one that asks for it. */
    private static final int TOKEN_ROOM = 2 + InformationElement.MAX_LENGTH;

    private final Call call;
    private @Nullable CallRequest placed;

    OutgoingSetup(Call call) {
        this.call = call;
    }

    void place(CallRequest request) {
        Dialog dialog = call.dialog();
        ElementWriter elements = compose(dialog.compose(), request);
        if (elements.isOverflowed()) {
            call.abandon(
                    HangupCause.INVALID_NUMBER_FORMAT,
                    "the number, a name or another text of the call is longer than the " + InformationElement.MAX_LENGTH
                            + " bytes that NEW has for it");
            return;
        }
        placed = request;
        call.userName(request.userName());
        if (request.autokillMs() > 0) {
            dialog.assumeRtt(request.autokillMs() / 2);
        }
        call.move(CallEvent.PLACED);
        if (request.autokillMs() > 0) {
            call.wait(2 * request.autokillMs());
        }
        dialog.send(IaxCommand.NEW, elements);
    }

    /** The elements in Asterisk's order: VERSION must be the first (RFC 5456 section 6.2.2), the call token the last. */
    private ElementWriter compose(ElementWriter list, CallRequest request) {
        list.u16(InformationElement.VERSION, PROTOCOL_VERSION)
                .text(InformationElement.CALLED_NUMBER, request.extension());
        if (request.autoAnswer()) {
            list.empty(InformationElement.AUTO_ANSWER);
        }
        list.text(InformationElement.CODEC_PREFERENCES, CodecPreferences.encode(request.codecs()));
        composeCaller(list, request.callerId());
        if (request.sendAni()) {
            text(list, InformationElement.CALLING_ANI, request.callerId().ani());
        }
        text(list, InformationElement.LANGUAGE, request.language());
        text(list, InformationElement.DNID, request.callerId().dnid());
        text(list, InformationElement.REDIRECTING_NUMBER, request.callerId().rdnis());
        text(list, InformationElement.CALLED_CONTEXT, request.context());
        text(list, InformationElement.USERNAME, request.userName());
        list.format(request.codecs().getFirst().bit())
                .capability(Codecs.maskOf(request.codecs()))
                .u16(InformationElement.ADSICPE, ADSI_UNAVAILABLE)
                .u32(InformationElement.DATE_TIME, DateTimeElement.encode(LocalDateTime.now(request.zone())));
        for (Map.Entry<String, String> variable : request.variables().entrySet()) {
            composeVariable(list, variable.getKey(), variable.getValue());
        }
        return list.empty(InformationElement.CALL_TOKEN);
    }

    private static void composeCaller(ElementWriter list, CallerId caller) {
        text(list, InformationElement.CALLING_NUMBER, caller.number());
        list.u8(InformationElement.CALLING_PRESENTATION, caller.presentation())
                .u8(InformationElement.CALLING_TYPE_OF_NUMBER, 0)
                .u16(InformationElement.CALLING_TRANSIT_NETWORK, 0)
                .u32(InformationElement.CALLING_ANI2, 0);
        text(list, InformationElement.CALLING_NAME, caller.name());
    }

    private static void text(ElementWriter list, InformationElement element, String value) {
        if (!value.isEmpty()) {
            list.text(element, value);
        }
    }

    private void composeVariable(ElementWriter list, String name, String value) {
        int length = name.length() + 1 + 3 * value.length();
        int elements = 1 + length / (InformationElement.MAX_LENGTH - name.length());
        if (list.length() + length + 2 * elements + TOKEN_ROOM > ElementWriter.MAX_LIST_LENGTH) {
            LOG.warn("Call {}: no room in NEW for variable {}, it is not sent", call.name(), name);
        } else {
            list.variable(name, value);
        }
    }

    @Override
    public boolean onCommand(IaxCommand command, FrameElements elements) {
        CallRequest request = placed;
        if (request == null) {
            return false;
        }
        return switch (command) {
            case AUTHREQ -> onChallenge(elements, request);
            case ACCEPT -> onAccept(elements, request);
            default -> false;
        };
    }

    private boolean onChallenge(FrameElements elements, CallRequest request) {
        if (call.state() != CallState.WAITING) {
            return false;
        }
        Dialog dialog = call.dialog();
        ElementWriter answer = dialog.compose();
        if (request.credentials().answer(elements, answer)) {
            call.move(CallEvent.PROOF_SENT);
            dialog.send(IaxCommand.AUTHREP, answer);
        } else {
            LOG.warn(
                    "I don't know how to authenticate {} to {}: give the peer in iax.conf a secret or key, and a"
                            + " method in auth=",
                    elements.text(InformationElement.USERNAME, request.userName()),
                    dialog.remote().address().host());
            call.giveUp(HangupCause.FACILITY_NOT_SUBSCRIBED, "no way to authenticate");
        }
        return true;
    }

    private boolean onAccept(FrameElements elements, CallRequest request) {
        if (call.state() != CallState.WAITING && call.state() != CallState.PROVING) {
            return false;
        }
        long capability = Codecs.maskOf(request.codecs());
        boolean named = elements.has(InformationElement.FORMAT) || elements.has(InformationElement.FORMAT2);
        long bit = Codecs.bestOf(
                (named ? elements.format() : request.codecs().getFirst().bit()) & capability);
        Format format = AudioFormats.of(bit);
        if (format == null) {
            call.reject(RejectReason.NO_CODEC);
            call.observer().onEnded(call, RejectReason.NO_CODEC.cause(), RejectReason.NO_CODEC.text());
            return true;
        }
        call.move(CallEvent.ACCEPT_RECEIVED);
        call.link(bit, format);
        placed = null; // of no use any more, and the call may last
        call.observer().onAccepted(call);
        return true;
    }

    @Override
    public void onAcknowledged() {
        // The remote is there, so autokill is not for it; its answer may take longer.
        if (call.state() == CallState.WAITING) {
            call.wait(CallTransitions.deadlineMs(CallState.WAITING));
        }
    }

    @Override
    public void onDeadline(CallState state) {
        CallRequest request = placed;
        call.giveUp(
                request != null && request.autokillMs() > 0 ? HangupCause.CONGESTION : HangupCause.NO_USER_RESPONSE,
                "no answer while " + state);
    }

    @Override
    public void onEnd() {
        // Nothing is held.
    }
}
