package org.asterism.iax2.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.asterism.core.net.Datagram;
import org.asterism.core.net.PeerAddress;
import org.asterism.iax2.wire.CallToken;
import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.FrameType;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.jspecify.annotations.Nullable;

/**
 * Where full frames go that belong to no dialog. Nothing is kept of a sender before he has proved his address: POKE, call tokens
 * (RFC 5457) and refusals are answered from the request alone, and only a NEW that has passed makes a dialog.
 */
final class FrontDoor {
    private final Iax2Shard shard;
    private final Iax2Socket socket;
    private final StatelessRequest request;
    private final MemorySegment token = Arena.ofAuto().allocate(CallToken.MAX_LENGTH);
    private boolean tokenValidated;

    FrontDoor(Iax2Shard shard, Iax2Socket socket) {
        this.shard = shard;
        this.socket = socket;
        this.request = new StatelessRequest(shard);
    }

    void onStranger(FullFrame frame, FrameElements elements, Datagram datagram) {
        request.wrap(socket, datagram, frame, elements);
        IaxCommand command = frame.command();
        boolean first = frame.destinationCall() == CallNumbers.NONE;
        switch (command) {
            case NEW -> {
                if (first && frame.oseqno() != 0) {
                    // It would wait for frames before it, and nothing would end the dialog.
                    shard.counters().drop(FrameDrop.IMPLAUSIBLE);
                } else if (first) {
                    onNew(frame, elements, datagram);
                } else {
                    shard.counters().drop(FrameDrop.UNKNOWN_CALL);
                }
            }
            case REGREQ, REGREL -> {
                shard.loop().canWait();
                onRegistration(command, first);
            }
            case POKE -> request.reply(IaxCommand.PONG, CallNumbers.STATELESS, 0, null);
            case FWDOWNL -> {
                if (admits(command)) {
                    request.reply(IaxCommand.UNSUPPORT, CallNumbers.STATELESS, 0, null);
                }
            }
            case null, default -> onUnknownCall(frame, command, datagram);
        }
    }

    /** Tells the sender, if he believes in a call with us and would wait for an acknowledgement. */
    private void onUnknownCall(FullFrame frame, @Nullable IaxCommand command, Datagram datagram) {
        shard.counters().drop(FrameDrop.UNKNOWN_CALL);
        if (command == IaxCommand.ACK) {
            shard.loop().canWait(); // as a registration ends, and nothing follows
        }
        boolean answerable = frame.type() != FrameType.IAX || command == null || command.isSequenced();
        if (answerable
                && frame.destinationCall() > CallNumbers.STATELESS
                && frame.sourceCall() > CallNumbers.STATELESS
                && shard.mayInvalidate()) {
            socket.reply(
                    datagram,
                    IaxCommand.INVAL,
                    /* sourceCall= */ frame.destinationCall(),
                    /* destinationCall= */ frame.sourceCall(),
                    frame.iseqno(),
                    frame.oseqno() + 1,
                    frame.timestamp(),
                    null);
        }
    }

    private void onRegistration(IaxCommand command, boolean first) {
        RequestHandler handler = shard.registrations();
        if (handler == null) {
            refuse(command, FrameDrop.NOT_SERVED);
        } else if (!first || admits(command)) {
            request.tokenValidated(first && tokenValidated);
            handler.onRequest(request);
        }
    }

    private void onNew(FullFrame frame, FrameElements elements, Datagram datagram) {
        NewCallHandler handler = shard.calls();
        if (handler == null) {
            refuse(IaxCommand.NEW, FrameDrop.NOT_SERVED);
            return;
        }
        if (!admits(IaxCommand.NEW)) {
            return;
        }
        FrameDrop refusal = shard.limits()
                .refusal(datagram.source(), tokenValidated, shard.settings().tokens());
        PeerAddress interned = refusal == null ? socket.transport().peers().intern(datagram) : null;
        Dialog dialog = interned == null ? null : shard.create(Remote.of(socket, interned), true, tokenValidated);
        if (dialog == null) {
            refuse(IaxCommand.NEW, refusal == null ? FrameDrop.EXHAUSTED : refusal);
            return;
        }
        dialog.bind(frame.sourceCall());
        dialog.listener(handler.onNew(dialog));
        dialog.receiver.onFrame(frame, elements);
    }

    /** Whether a request has proved its sender's address, or need not. What is not admitted is answered here. */
    private boolean admits(IaxCommand command) {
        FrameElements elements = request.elements();
        CallTokenPolicy policy = shard.settings().tokens();
        tokenValidated = false;
        if (!elements.has(InformationElement.CALL_TOKEN)) {
            if (policy.requiresToken(command, elements.text(InformationElement.USERNAME), request.source())) {
                refuse(command, FrameDrop.TOKEN_MISSING);
                return false;
            }
            return true;
        }
        if (elements.length(InformationElement.CALL_TOKEN) == 0) {
            sendToken();
            return false;
        }
        if (verify(elements, policy.tokenLifetimeSeconds()) != CallToken.Verdict.VALID) {
            refuse(command, FrameDrop.TOKEN_INVALID);
            return false;
        }
        if (policy.learns()) {
            policy.tokenSeen(command, elements.text(InformationElement.USERNAME));
        }
        tokenValidated = true;
        return true;
    }

    private CallToken.Verdict verify(FrameElements elements, int lifetimeSeconds) {
        Datagram datagram = request.datagram();
        return shard.tokens()
                .verify(
                        datagram.sourceHigh(),
                        datagram.sourceLow(),
                        datagram.sourcePort(),
                        shard.nowMs() / 1000,
                        lifetimeSeconds,
                        elements.segment(),
                        elements.offset(InformationElement.CALL_TOKEN),
                        elements.length(InformationElement.CALL_TOKEN));
    }

    private void sendToken() {
        Datagram datagram = request.datagram();
        int length = shard.tokens()
                .issue(
                        datagram.sourceHigh(),
                        datagram.sourceLow(),
                        datagram.sourcePort(),
                        shard.nowMs() / 1000,
                        token,
                        0);
        ElementWriter elements = request.compose().bytes(InformationElement.CALL_TOKEN, token, 0, length);
        request.reply(IaxCommand.CALLTOKEN, CallNumbers.STATELESS, 0, elements);
    }

    /** Says no without elements and without a reason that would help a stranger. */
    private void refuse(IaxCommand command, FrameDrop reason) {
        shard.counters().drop(reason);
        boolean registration = command == IaxCommand.REGREQ || command == IaxCommand.REGREL;
        request.reply(registration ? IaxCommand.REGREJ : IaxCommand.REJECT, CallNumbers.STATELESS, 0, null);
    }
}
