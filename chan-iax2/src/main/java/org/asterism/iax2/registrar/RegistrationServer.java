package org.asterism.iax2.registrar;

import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.asterism.core.channel.CallerId;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.location.Registrar;
import org.asterism.core.location.RegistrationAnswer;
import org.asterism.core.location.RegistrationRequest;
import org.asterism.core.location.RegistrationRequest.PeerPolicy;
import org.asterism.core.location.RegistrationRequest.Proof;
import org.asterism.core.log.Verbose;
import org.asterism.core.net.Datagram;
import org.asterism.core.net.PeerAddress;
import org.asterism.iax2.config.IaxConfiguration;
import org.asterism.iax2.config.Peer;
import org.asterism.iax2.engine.FrameDrop;
import org.asterism.iax2.engine.RequestHandler;
import org.asterism.iax2.engine.StatelessRequest;
import org.asterism.iax2.keys.RsaKeys;
import org.asterism.iax2.wire.AuthMethods;
import org.asterism.iax2.wire.DateTimeElement;
import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers REGREQ and REGREL. Lives on its shard's thread. */
public final class RegistrationServer implements RequestHandler {
    /** The technology under which locations are kept. */
    public static final String TECHNOLOGY = "IAX2";

    private static final Logger LOG = LoggerFactory.getLogger(RegistrationServer.class);
    private static final int MS_PER_SECOND = 1000;
    private static final int VERBOSE = 3;

    /** What the answers are made of, read anew for each request. */
    public interface Sources {
        /** {@return iax.conf} */
        IaxConfiguration configuration();

        /** {@return the keys that {@code inkeys} names} */
        RsaKeys keys();

        /** {@return the location table, or {@code null} while no module provides one} */
        @Nullable
        Registrar registrar();

        /** {@return the time, in ms since 1970} */
        long wallClockMs();
    }

    private final Sources sources;
    private final RegistrationChallenge challenges;
    private final DelayedRefusals refusals;
    private final PresentedProof proof;
    private long dateSecond = -1;
    private long date;

    /**
     * Creates a server.
     *
     * @param sources  what the answers are made of
     * @param secret   random bytes of this boot, for challenges
     * @param refusals holds refusals back where {@code delayreject} says so
     */
    public RegistrationServer(Sources sources, byte[] secret, DelayedRefusals refusals) {
        this.sources = sources;
        this.challenges = new RegistrationChallenge(secret);
        this.refusals = refusals;
        this.proof = new PresentedProof(challenges, secret);
    }

    @Override
    public void onRequest(StatelessRequest request) {
        int callNumber = challenges.callNumber(request);
        boolean challenged = request.frame().destinationCall() != 0;
        if (challenged && request.frame().destinationCall() != callNumber) {
            // An answer to a challenge that was not ours: nobody gets past the call token by claiming to have one.
            request.socket().shard().counters().drop(FrameDrop.WRONG_CALL_NUMBER);
            return;
        }
        Registrar registrar = sources.registrar();
        FrameElements elements = request.elements();
        PeerAddress source = request.source();
        if (registrar == null) {
            LOG.warn(
                    "Registration of '{}' from {} refused: load res_registrar.so to take registrations",
                    elements.text(InformationElement.USERNAME, ""),
                    source);
            refuse(request, callNumber, challenged);
            return;
        }
        IaxConfiguration configuration = sources.configuration();
        Peer peer = configuration.peer(
                elements.segment(),
                elements.offset(InformationElement.USERNAME),
                elements.textLength(InformationElement.USERNAME));
        // The configuration's own text: a table of names then costs no text of its own.
        String name = peer == null ? elements.text(InformationElement.USERNAME, "") : peer.name();
        long nowMs = sources.wallClockMs();
        RegistrationRequest decided = new RegistrationRequest(
                TECHNOLOGY,
                name,
                policy(peer, source),
                challenged ? proof.judge(request, peer, sources.keys(), nowMs) : Proof.NONE,
                challenged,
                request.frame().command() == IaxCommand.REGREL,
                elements.u16(InformationElement.REFRESH, 0),
                configuration.general().minRegExpireSeconds(),
                configuration.general().maxRegExpireSeconds(),
                source);
        switch (registrar.answer(decided, nowMs)) {
            case RegistrationAnswer.Challenge _ -> challenge(request, callNumber, peer, nowMs);
            case RegistrationAnswer.Accepted accepted -> accept(request, callNumber, peer, nowMs, accepted);
            case RegistrationAnswer.Released _ -> {
                if (Verbose.isOn(VERBOSE)) {
                    Verbose.say(VERBOSE, "Unregistered IAX2 '" + name + "' (" + authenticated(peer) + ")");
                }
                request.reply(IaxCommand.REGACK, callNumber, oseqno(challenged), acknowledgement(request, nowMs));
            }
            case RegistrationAnswer.Refused refused -> {
                LOG.warn("Host {} failed to register as '{}': {}", source, name, refused.reason());
                refuse(request, callNumber, challenged);
            }
            case RegistrationAnswer.Ignored _ ->
                request.socket().shard().counters().drop(FrameDrop.TAR_PIT);
        }
    }

    private static PeerPolicy policy(@Nullable Peer peer, PeerAddress source) {
        if (peer == null) {
            return PeerPolicy.UNKNOWN;
        }
        if (!peer.dynamic()) {
            return PeerPolicy.STATIC;
        }
        if (!peer.access().isEmpty() && !allows(peer, source.addressBytes())) {
            return PeerPolicy.DENIED;
        }
        return peer.needsAuthentication() ? PeerPolicy.SECRET : PeerPolicy.OPEN;
    }

    private static boolean allows(Peer peer, byte[] address) {
        return peer.access().allows(address, address.length);
    }

    private void challenge(StatelessRequest request, int callNumber, @Nullable Peer peer, long nowMs) {
        int methods = peer == null || !peer.dynamic() ? AuthMethods.MD5 : peer.authMethods();
        ElementWriter elements = request.compose().u16(InformationElement.AUTH_METHODS, methods);
        if ((methods & (AuthMethods.MD5 | AuthMethods.RSA)) != 0) {
            elements.bytes(InformationElement.CHALLENGE, challenges.issue(request, nowMs));
        }
        request.reply(IaxCommand.REGAUTH, callNumber, 0, userName(elements, request));
    }

    private void accept(
            StatelessRequest request,
            int callNumber,
            @Nullable Peer peer,
            long nowMs,
            RegistrationAnswer.Accepted accepted) {
        boolean challenged = request.frame().destinationCall() != 0;
        Datagram datagram = request.datagram();
        ElementWriter elements = acknowledgement(request, nowMs)
                .u16(InformationElement.REFRESH, accepted.refreshSeconds())
                .apparentAddress(datagram.sourceHigh(), datagram.sourceLow(), datagram.sourcePort());
        CallerId callerId = peer == null ? null : peer.callerId();
        if (callerId != null) {
            elements.text(InformationElement.CALLING_NUMBER, callerId.number())
                    .text(InformationElement.CALLING_NAME, callerId.name());
        }
        request.reply(IaxCommand.REGACK, callNumber, oseqno(challenged), elements);
        if (accepted.moved() && Verbose.isOn(VERBOSE)) {
            String name = peer == null ? "" : peer.name();
            Verbose.say(VERBOSE, "Registered IAX2 '" + name + "' (" + authenticated(peer) + ") at " + request.source());
        }
    }

    private ElementWriter acknowledgement(StatelessRequest request, long nowMs) {
        long second = nowMs / MS_PER_SECOND;
        if (second != dateSecond) {
            dateSecond = second;
            date = DateTimeElement.encode(
                    LocalDateTime.ofInstant(Instant.ofEpochSecond(second), ZoneId.systemDefault()));
        }
        return userName(request.compose(), request).u32(InformationElement.DATE_TIME, date);
    }

    /** The name as it came. */
    private static ElementWriter userName(ElementWriter to, StatelessRequest request) {
        FrameElements asked = request.elements();
        MemorySegment memory = asked.segment();
        int length = asked.textLength(InformationElement.USERNAME);
        return to.bytes(InformationElement.USERNAME, memory, asked.offset(InformationElement.USERNAME), length);
    }

    private void refuse(StatelessRequest request, int callNumber, boolean challenged) {
        if (sources.configuration().general().delayReject()) {
            refusals.later(request, callNumber, oseqno(challenged));
        } else {
            request.reply(IaxCommand.REGREJ, callNumber, oseqno(challenged), refusal(request.compose()));
        }
    }

    /** The words of every refusal: they do not tell what was wrong. */
    static ElementWriter refusal(ElementWriter elements) {
        return elements.text(InformationElement.CAUSE, "Registration Refused")
                .u8(InformationElement.CAUSE_CODE, HangupCause.FACILITY_REJECTED);
    }

    private static int oseqno(boolean challenged) {
        return challenged ? 1 : 0;
    }

    private static String authenticated(@Nullable Peer peer) {
        return peer != null && peer.needsAuthentication() ? "AUTHENTICATED" : "UNAUTHENTICATED";
    }
}
