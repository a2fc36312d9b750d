package org.asterism.iax2.registrar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.HexFormat;
import org.asterism.core.location.RegistrationRequest.Proof;
import org.asterism.iax2.config.Peer;
import org.asterism.iax2.engine.StatelessRequest;
import org.asterism.iax2.keys.RsaKeys;
import org.asterism.iax2.wire.AuthMethods;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.InformationElement;
import org.asterism.iax2.wire.Md5Check;
import org.asterism.iax2.wire.RsaSignature;
import org.jspecify.annotations.Nullable;

/** Judges what a request presents as proof. For an unknown name as much work is done as for a known one. Not thread safe. */
final class PresentedProof {
    private final RegistrationChallenge challenges;
    private final Md5Check md5 = new Md5Check();
    private final String unknownSecret;

    /**
     * @param challenges what the proof answers
     * @param secret     random bytes of this boot: nobody's password
     */
    PresentedProof(RegistrationChallenge challenges, byte[] secret) {
        this.challenges = challenges;
        this.unknownSecret = HexFormat.of().formatHex(secret);
    }

    /**
     * Judges.
     *
     * @param request a request that answers a challenge
     * @param peer    who it claims to be, null for a name that nobody has
     * @param keys    the keys that {@code inkeys} names
     * @param nowMs   ms since 1970
     */
    Proof judge(StatelessRequest request, @Nullable Peer peer, RsaKeys keys, long nowMs) {
        FrameElements elements = request.elements();
        int methods = peer == null ? AuthMethods.MD5 : peer.authMethods();
        String secret = peer == null || peer.secret().isEmpty() ? unknownSecret : peer.secret();
        boolean rsa = elements.has(InformationElement.RSA_RESULT);
        boolean digest = elements.has(InformationElement.MD5_RESULT);
        boolean password = elements.has(InformationElement.PASSWORD);
        boolean valid = false;
        if (rsa && (methods & AuthMethods.RSA) != 0) {
            valid = peer != null && signed(request, peer, keys, nowMs);
        } else if (digest && (methods & AuthMethods.MD5) != 0) {
            md5.response(elements);
            valid = md5.answers(challenges.issue(request, nowMs), secret)
                    || md5.answers(challenges.previous(request, nowMs), secret);
        } else if (password && (methods & AuthMethods.PLAINTEXT) != 0) {
            valid = MessageDigest.isEqual(
                    elements.text(InformationElement.PASSWORD, "").getBytes(StandardCharsets.UTF_8),
                    secret.getBytes(StandardCharsets.UTF_8));
        }
        return valid ? Proof.VALID : rsa || digest || password ? Proof.INVALID : Proof.NONE;
    }

    private boolean signed(StatelessRequest request, Peer peer, RsaKeys keys, long nowMs) {
        String response = request.elements().text(InformationElement.RSA_RESULT, "");
        String present = new String(challenges.issue(request, nowMs), StandardCharsets.US_ASCII);
        String previous = new String(challenges.previous(request, nowMs), StandardCharsets.US_ASCII);
        for (String keyName : peer.inKeys()) {
            PublicKey key = keys.publicKey(keyName);
            if (key != null
                    && (RsaSignature.verify(present, response, key) || RsaSignature.verify(previous, response, key))) {
                return true;
            }
        }
        return false;
    }
}
