package org.asterism.iax2.call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.List;
import org.asterism.iax2.config.User;
import org.asterism.iax2.wire.AuthMethods;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.InformationElement;
import org.asterism.iax2.wire.Md5Response;
import org.asterism.iax2.wire.RsaSignature;
import org.jspecify.annotations.Nullable;

/**
 * What an AUTHREP presented (RFC 5456 section 6.2.6).
 *
 * @param password  PASSWORD, empty when absent
 * @param md5Result MD5 RESULT, empty when absent
 * @param rsaResult RSA RESULT, empty when absent
 */
record CallerProof(String password, String md5Result, String rsaResult) {
    static CallerProof of(FrameElements elements) {
        return new CallerProof(
                elements.text(InformationElement.PASSWORD, ""),
                elements.text(InformationElement.MD5_RESULT, ""),
                elements.text(InformationElement.RSA_RESULT, ""));
    }

    /**
     * Checks it, by the strongest method the user is permitted; one that was offered and is not the strongest counts as well only if it
     * is plaintext alone.
     *
     * @return the method as CHANNEL(auth_method) shows it, or null if nothing presented is good
     */
    @Nullable
    String verify(User user, String challenge, List<String> secrets, CallService keys) {
        int methods = user.authMethods();
        if ((methods & AuthMethods.RSA) != 0 && !rsaResult.isEmpty()) {
            return signedByOneOf(user.inKeys(), challenge, keys) ? "RSA" : null;
        }
        if ((methods & AuthMethods.MD5) != 0) {
            return answeredWithOneOf(secrets, challenge) ? "MD5" : null;
        }
        return (methods & AuthMethods.PLAINTEXT) != 0 && isOneOf(secrets) ? "plaintext" : null;
    }

    private boolean signedByOneOf(List<String> names, String challenge, CallService keys) {
        for (String name : names) {
            PublicKey key = keys.publicKey(name);
            if (key != null && RsaSignature.verify(challenge, rsaResult, key)) {
                return true;
            }
        }
        return false;
    }

    private boolean answeredWithOneOf(List<String> secrets, String challenge) {
        boolean good = false;
        for (String secret : secrets) {
            good |= Md5Response.verify(challenge, secret, md5Result);
        }
        return good;
    }

    private boolean isOneOf(List<String> secrets) {
        byte[] given = password.getBytes(StandardCharsets.UTF_8);
        boolean good = false;
        for (String secret : secrets) {
            good |= !secret.isEmpty() && MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), given);
        }
        return good;
    }

    /** Without what was presented. */
    @Override
    public String toString() {
        return "proof";
    }
}
