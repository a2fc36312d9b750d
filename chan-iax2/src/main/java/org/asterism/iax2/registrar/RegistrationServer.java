package org.asterism.iax2.registrar;

import java.net.InetAddress;
import java.security.PublicKey;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.asterism.core.channel.CallerId;
import org.asterism.core.location.Registrar;
import org.asterism.core.location.RegistrationAnswer;
import org.asterism.core.location.RegistrationRequest;
import org.asterism.core.location.RegistrationRequest.PeerPolicy;
import org.asterism.core.location.RegistrationRequest.Proof;
import org.asterism.core.log.Verbose;
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
import org.asterism.iax2.wire.Md5Response;
import org.asterism.iax2.wire.RsaSignature;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers REGREQ and REGREL. Lives on its shard's thread. */
public final class RegistrationServer implements RequestHandler {
    /** The technology under which locations are kept. */
    public static final String TECHNOLOGY = "IAX2";

    private static final Logger LOG = LoggerFactory.getLogger(RegistrationServer.class);
    private static final int REGISTRATION_REFUSED = 29;

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
    private final Supplier<String> unknownSecret;

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
        String never = java.util.HexFormat.of().formatHex(secret);
        this.unknownSecret = () -> never;
    }

    @Override
    public void onRequest(StatelessRequest request) {
        Registrar registrar = sources.registrar();
        FrameElements elements = request.elements();
        String name = elements.text(InformationElement.USERNAME, "");
        PeerAddress source = request.source();
        int callNumber = challenges.callNumber(source, request.frame().sourceCall());
        boolean challenged = request.frame().destinationCall() != 0;
        if (challenged && request.frame().destinationCall() != callNumber) {
            // An answer to a challenge that was not ours: nobody gets past the call token by claiming to have one.
            request.socket().shard().counters().drop(FrameDrop.WRONG_CALL_NUMBER);
            return;
        }
        if (registrar == null) {
            LOG.warn("Registration of '{}' from {} refused: load res_registrar.so to take registrations", name, source);
            refuse(request, callNumber, challenged);
            return;
        }
        IaxConfiguration configuration = sources.configuration();
        Peer peer = configuration.peer(name);
        RegistrationRequest asked = new RegistrationRequest(
                TECHNOLOGY,
                name,
                policy(peer, source),
                challenged ? proof(peer, elements, source, name) : Proof.NONE,
                challenged,
                request.frame().command() == IaxCommand.REGREL,
                elements.u16(InformationElement.REFRESH, 0),
                configuration.general().minRegExpireSeconds(),
                configuration.general().maxRegExpireSeconds(),
                source.socketAddress());
        switch (registrar.answer(asked, sources.wallClockMs())) {
            case RegistrationAnswer.Challenge _ -> challenge(request, callNumber, peer, name);
            case RegistrationAnswer.Accepted accepted -> accept(request, callNumber, peer, name, accepted);
            case RegistrationAnswer.Released _ -> {
                Verbose.say(3, "Unregistered IAX2 '" + name + "' (" + authenticated(peer) + ")");
                request.reply(IaxCommand.REGACK, callNumber, oseqno(challenged), acknowledgement(request, name));
            }
            case RegistrationAnswer.Refused refused -> {
                LOG.warn("Host {} failed to register as '{}': {}", source, name, refused.reason());
                refuse(request, callNumber, challenged);
            }
        }
    }

    private static PeerPolicy policy(@Nullable Peer peer, PeerAddress source) {
        if (peer == null) {
            return PeerPolicy.UNKNOWN;
        }
        if (!peer.dynamic()) {
            return PeerPolicy.STATIC;
        }
        InetAddress address = source.socketAddress().getAddress();
        if (!peer.access().allows(address)) {
            return PeerPolicy.DENIED;
        }
        return peer.needsAuthentication() ? PeerPolicy.SECRET : PeerPolicy.OPEN;
    }

    /** Checks what was presented; for an unknown name as much work is done as for a known one. */
    private Proof proof(@Nullable Peer peer, FrameElements elements, PeerAddress source, String name) {
        int methods = peer == null ? AuthMethods.MD5 : peer.authMethods();
        String secret = peer == null || peer.secret().isEmpty() ? unknownSecret.get() : peer.secret();
        long nowMs = sources.wallClockMs();
        String md5 = elements.text(InformationElement.MD5_RESULT);
        String rsa = elements.text(InformationElement.RSA_RESULT);
        String password = elements.text(InformationElement.PASSWORD);
        boolean valid = false;
        if (rsa != null && (methods & AuthMethods.RSA) != 0) {
            valid = signed(peer, rsa, challenges.issue(source, name, nowMs))
                    || signed(peer, rsa, challenges.previous(source, name, nowMs));
        } else if (md5 != null && (methods & AuthMethods.MD5) != 0) {
            boolean present = Md5Response.verify(challenges.issue(source, name, nowMs), secret, md5);
            boolean previous = Md5Response.verify(challenges.previous(source, name, nowMs), secret, md5);
            valid = present || previous;
        } else if (password != null && (methods & AuthMethods.PLAINTEXT) != 0) {
            valid = java.security.MessageDigest.isEqual(
                    password.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    secret.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return valid ? Proof.VALID : md5 == null && rsa == null && password == null ? Proof.NONE : Proof.INVALID;
    }

    private boolean signed(@Nullable Peer peer, String response, String challenge) {
        if (peer == null) {
            return false;
        }
        for (String keyName : peer.inKeys()) {
            PublicKey key = sources.keys().publicKey(keyName);
            if (key != null && RsaSignature.verify(challenge, response, key)) {
                return true;
            }
        }
        return false;
    }

    private void challenge(StatelessRequest request, int callNumber, @Nullable Peer peer, String name) {
        int methods = peer == null || !peer.dynamic() ? AuthMethods.MD5 : peer.authMethods();
        ElementWriter elements = request.compose().u16(InformationElement.AUTH_METHODS, methods);
        if ((methods & (AuthMethods.MD5 | AuthMethods.RSA)) != 0) {
            elements.text(
                    InformationElement.CHALLENGE, challenges.issue(request.source(), name, sources.wallClockMs()));
        }
        elements.text(InformationElement.USERNAME, name);
        request.reply(IaxCommand.REGAUTH, callNumber, 0, elements);
    }

    private void accept(
            StatelessRequest request,
            int callNumber,
            @Nullable Peer peer,
            String name,
            RegistrationAnswer.Accepted accepted) {
        boolean challenged = request.frame().destinationCall() != 0;
        ElementWriter elements = acknowledgement(request, name)
                .u16(InformationElement.REFRESH, accepted.refreshSeconds())
                .apparentAddress(request.source().socketAddress());
        CallerId callerId = peer == null ? null : peer.callerId();
        if (callerId != null) {
            elements.text(InformationElement.CALLING_NUMBER, callerId.number())
                    .text(InformationElement.CALLING_NAME, callerId.name());
        }
        request.reply(IaxCommand.REGACK, callNumber, oseqno(challenged), elements);
        if (accepted.moved()) {
            Verbose.say(3, "Registered IAX2 '" + name + "' (" + authenticated(peer) + ") at " + request.source());
        }
    }

    private static ElementWriter acknowledgement(StatelessRequest request, String name) {
        return request.compose()
                .text(InformationElement.USERNAME, name)
                .u32(InformationElement.DATE_TIME, DateTimeElement.encode(LocalDateTime.now(ZoneId.systemDefault())));
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
                .u8(InformationElement.CAUSE_CODE, REGISTRATION_REFUSED);
    }

    private static int oseqno(boolean challenged) {
        return challenged ? 1 : 0;
    }

    private static String authenticated(@Nullable Peer peer) {
        return peer != null && peer.needsAuthentication() ? "AUTHENTICATED" : "UNAUTHENTICATED";
    }
}
