package org.asterism.iax2.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.log.Verbose;
import org.asterism.core.media.Format;
import org.asterism.iax2.config.User;
import org.asterism.iax2.engine.Dialog;
import org.asterism.iax2.wire.AuthMethods;
import org.asterism.iax2.wire.Codecs;
import org.asterism.iax2.wire.ControlCommand;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a call comes about on the called side (RFC 5456 figure 3). Names that no user has are challenged like others, and nobody can
 * tell them from wrong secrets. Callers who need not prove who they are must show that they are where they say before anything is
 * built for them.
 */
final class IncomingSetup implements CallSetup {
    private static final Logger LOG = LoggerFactory.getLogger(IncomingSetup.class);

    /** Seconds that an answer to DPREQ is good for. */
    private static final int DIALPLAN_REFRESH_SECONDS = 600;

    private final Call call;
    private final CallService service;
    private final CallerChallenge challenge;

    private @Nullable NewCall request;
    private @Nullable User user;
    private String authMethod = "none";
    private RejectReason delayedRefusal = RejectReason.NO_AUTHORITY;

    IncomingSetup(Call call, IncomingCalls calls) {
        this.call = call;
        this.service = calls.service();
        this.challenge = new CallerChallenge(call, calls);
    }

    @Override
    public boolean onCommand(IaxCommand command, FrameElements elements) {
        switch (command) {
            case NEW -> {
                if (call.state() != CallState.INITIAL) {
                    return false;
                }
                onNew(elements);
            }
            case AUTHREP -> {
                User known = user;
                if (call.state() != CallState.CHALLENGED || !challenge.isOpen()) {
                    return false;
                }
                onProof(known, elements);
            }
            case DPREQ -> {
                return call.state() == CallState.DIALLING && onDialplanRequest(elements);
            }
            case DIAL -> {
                return call.state() == CallState.DIALLING && onDial(elements);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void onNew(FrameElements elements) {
        NewCall asked = NewCall.parse(elements, service.shrinksCallerId());
        request = asked;
        call.userName(asked.userName());
        if (!service.acceptsCalls()) {
            call.reject(RejectReason.NO_CALLS);
            return;
        }
        User found = asked.isVersionKnown()
                ? service.userFor(
                        asked, call.dialog().remote().address().socketAddress().getAddress())
                : null;
        user = found;
        if (found == null && asked.userName().isEmpty()) {
            refuse(RejectReason.NO_AUTHORITY);
        } else if (found == null || found.needsAuthentication() || found.forceEncryption()) {
            challenge(asked, found);
        } else {
            acceptOpenly(asked, found);
        }
    }

    // With proof.

    private void challenge(NewCall asked, @Nullable User found) {
        if (challenge.begin(asked, found)) {
            call.move(CallEvent.CHALLENGE_SENT);
            challenge.send(asked, found);
        } else {
            refuse(RejectReason.TOO_MANY_CHALLENGES);
        }
    }

    private void onProof(@Nullable User known, FrameElements elements) {
        CallerProof proof = CallerProof.of(elements);
        addVariables(elements);
        String asked = challenge.take();
        if (known == null) {
            refuse(RejectReason.NO_AUTHORITY);
        } else {
            service.secrets(
                    known,
                    call.dialog().shard().mediaLoop()::execute,
                    secrets -> onSecrets(known, asked, proof, secrets));
        }
    }

    private void onSecrets(User known, String asked, CallerProof proof, List<String> secrets) {
        if (call.state() != CallState.CHALLENGED) {
            return; // hung up while the secret was looked for
        }
        String method = proof.verify(known, asked, secrets, service);
        NewCall wanted = request;
        if (method == null || wanted == null) {
            LOG.info("Host {} failed authentication for user {}", call.dialog().remote(), known.name());
            refuse(RejectReason.NO_AUTHORITY);
        } else if (known.forceEncryption()) {
            LOG.warn("User {} may only call encrypted, which this switch does not do: call refused", known.name());
            refuse(RejectReason.NO_AUTHORITY);
        } else {
            authMethod = method;
            call.userName(known.name());
            long bit = acceptable(wanted, known);
            if (bit != 0) {
                sayAccepting(wanted, known, bit);
                call.move(wanted.isToBeDialled() ? CallEvent.ACCEPTED_WITHOUT_NUMBER : CallEvent.ACCEPTED);
                accept(bit);
                connectUnlessToBeDialled(wanted, known);
            }
        }
    }

    // Without proof.

    private void acceptOpenly(NewCall wanted, User known) {
        call.userName(known.name());
        long bit = acceptable(wanted, known);
        if (bit != 0) {
            sayAccepting(wanted, known, bit);
            call.move(CallEvent.ACCEPTED_OPENLY);
            accept(bit);
        }
    }

    @Override
    public void onAcknowledged() {
        NewCall wanted = request;
        User known = user;
        if (call.state() == CallState.HANDSHAKE && wanted != null && known != null) {
            call.move(wanted.isToBeDialled() ? CallEvent.ACCEPTED_WITHOUT_NUMBER : CallEvent.CONFIRMED);
            connectUnlessToBeDialled(wanted, known);
        }
    }

    // Both.

    /** The codec a call gets; 0, and refused, if it cannot be connected. */
    private long acceptable(NewCall wanted, User known) {
        if (!wanted.isToBeDialled()
                && !service.exists(
                        context(wanted, known),
                        wanted.extension(),
                        wanted.callerId().number())) {
            LOG.info(
                    "Rejected connect attempt from {}, request '{}@{}' does not exist",
                    call.dialog().remote(),
                    wanted.extension(),
                    context(wanted, known));
            call.reject(RejectReason.NO_EXTENSION);
            return 0;
        }
        long bit = CodecChoice.of(known.codecPriority(), known.codecs(), wanted);
        if (AudioFormats.of(bit) == null) {
            LOG.info(
                    "Rejected connect attempt from {}, requested/capability {}/{} incompatible with our capability {}",
                    call.dialog().remote(),
                    Codecs.names(wanted.format()),
                    Codecs.names(wanted.capability()),
                    Codecs.names(Codecs.maskOf(known.codecs())));
            call.reject(RejectReason.NO_CODEC);
            return 0;
        }
        return bit;
    }

    private void accept(long bit) {
        Format format = AudioFormats.of(bit);
        if (format != null) {
            call.link(bit, format);
        }
        Dialog dialog = call.dialog();
        dialog.send(IaxCommand.ACCEPT, dialog.compose().format(bit));
    }

    private void connectUnlessToBeDialled(NewCall wanted, User known) {
        if (!wanted.isToBeDialled()) {
            connect(wanted, known, wanted.extension());
        }
    }

    private void connect(NewCall wanted, User known, String extension) {
        try {
            call.observer(service.begin(
                    call, new AcceptedCall(wanted, known, context(wanted, known), extension, authMethod)));
            request = null; // of no use any more, and the call may last
            user = null;
        } catch (RuntimeException e) {
            // An accepted call that nobody serves would stay for ever.
            LOG.error("Call from {} cannot be connected", call.dialog().remote(), e);
            call.hangup(HangupCause.CONGESTION);
        }
    }

    private static String context(NewCall wanted, User known) {
        return wanted.context().isEmpty() ? known.defaultContext() : wanted.context();
    }

    // Numbers that follow later (RFC 5456 section 6.8).

    private boolean onDialplanRequest(FrameElements elements) {
        NewCall wanted = request;
        User known = user;
        if (wanted == null || known == null) {
            return false;
        }
        call.wait(CallTransitions.DIALLING_MS);
        String number = elements.text(InformationElement.CALLED_NUMBER, "");
        int status = service.dialplanStatus(
                context(wanted, known), number, wanted.callerId().number());
        Dialog dialog = call.dialog();
        dialog.send(
                IaxCommand.DPREP,
                dialog.compose()
                        .text(InformationElement.CALLED_NUMBER, number)
                        .u16(InformationElement.DIALPLAN_STATUS, status)
                        .u16(InformationElement.REFRESH, DIALPLAN_REFRESH_SECONDS));
        return true;
    }

    private boolean onDial(FrameElements elements) {
        addVariables(elements);
        NewCall wanted = request;
        User known = user;
        if (wanted == null || known == null) {
            return false;
        }
        String number = elements.text(InformationElement.CALLED_NUMBER, "s");
        if (service.exists(context(wanted, known), number, wanted.callerId().number())) {
            call.move(CallEvent.DIALLED);
            call.signals().send(ControlCommand.PROGRESS, null);
            connect(wanted, known, number);
        } else {
            call.reject(RejectReason.NO_EXTENSION);
        }
        return true;
    }

    private void addVariables(FrameElements elements) {
        Map<String, String> more = elements.variables();
        NewCall before = request;
        if (before != null && !more.isEmpty()) {
            Map<String, String> all = new HashMap<>(before.variables());
            all.putAll(more);
            request = before.withVariables(all);
        }
    }

    // Refusals.

    private void refuse(RejectReason reason) {
        LOG.info(
                "Rejected connect attempt from {}, who was trying to reach '{}@{}': {}",
                call.dialog().remote(),
                request == null ? "" : request.extension(),
                request == null ? "" : request.context(),
                reason.text());
        if (service.delaysRefusals()) {
            delayedRefusal = reason;
            call.move(CallEvent.REFUSAL_DELAYED);
        } else {
            call.reject(reason);
        }
    }

    @Override
    public void onDeadline(CallState state) {
        switch (state) {
            case REFUSING -> call.reject(delayedRefusal);
            case CHALLENGED -> call.reject(RejectReason.NO_AUTHORITY);
            default -> call.timeOut();
        }
    }

    @Override
    public void onEnd() {
        challenge.over();
    }

    private void sayAccepting(NewCall wanted, User known, long bit) {
        if (Verbose.isOn(3)) {
            String indent = Verbose.prefix(4);
            boolean proven = !authMethod.equals("none");
            List<String> lines = new ArrayList<>();
            lines.add("Accepting " + (proven ? "AUTHENTICATED" : "UNAUTHENTICATED") + " call from "
                    + call.dialog().remote() + ":");
            if (proven) {
                lines.add(indent + "requested auth methods = " + AuthMethods.names(known.authMethods()) + ",");
                lines.add(indent + "actual auth method = " + authMethod + ",");
                lines.add(indent + "encrypted = no,");
            }
            lines.add(indent + "requested format = " + Codecs.name(wanted.format()) + ",");
            lines.add(indent + "requested prefs = " + Codecs.names(wanted.preferences()) + ",");
            lines.add(indent + "actual format = " + Codecs.name(bit) + ",");
            lines.add(indent + "host prefs = " + Codecs.names(known.codecs()) + ",");
            lines.add(indent + "priority = " + known.codecPriority().verboseWord());
            Verbose.sayLines(3, lines);
        }
    }
}
