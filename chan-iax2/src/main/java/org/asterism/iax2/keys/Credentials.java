package org.asterism.iax2.keys;

import java.security.InvalidKeyException;
import java.security.PrivateKey;
import org.asterism.iax2.wire.AuthMethods;
import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.InformationElement;
import org.asterism.iax2.wire.Md5Response;
import org.asterism.iax2.wire.RsaSignature;
import org.jspecify.annotations.Nullable;

/**
 * What we prove with who we are, and how. The remote's wish does not count beyond what is permitted here: a secret goes out in the
 * clear only if the configuration says {@code auth=plaintext} for this very peer. Never printed.
 *
 * @param secret  shared secret, empty for none
 * @param key     RSA private key, or null
 * @param methods {@link AuthMethods} bits that may be used
 */
public record Credentials(String secret, @Nullable PrivateKey key, int methods) {
    /** Nothing to prove with. */
    public static final Credentials NONE = new Credentials("", null, 0);

    /**
     * Credentials with a secret that is not sent in the clear.
     *
     * @param secret shared secret, may be empty
     * @return the credentials
     */
    public static Credentials secret(String secret) {
        return new Credentials(secret, null, AuthMethods.MD5);
    }

    /**
     * Answers a challenge: adds RSA RESULT, MD5 RESULT or PASSWORD, the strongest that both sides permit.
     *
     * @param challenge the elements of AUTHREQ or REGAUTH
     * @param answer    the elements of the answer
     * @return whether there was a way
     */
    public boolean answer(FrameElements challenge, ElementWriter answer) {
        int offered = challenge.u16(InformationElement.AUTH_METHODS, AuthMethods.MD5) & methods;
        String text = challenge.text(InformationElement.CHALLENGE, "");
        PrivateKey rsa = key;
        if ((offered & AuthMethods.RSA) != 0 && rsa != null && !text.isEmpty()) {
            try {
                answer.text(InformationElement.RSA_RESULT, RsaSignature.sign(text, rsa));
                return true;
            } catch (InvalidKeyException _) {
                // The next method may do.
            }
        }
        if ((offered & AuthMethods.MD5) != 0 && !secret.isEmpty() && !text.isEmpty()) {
            answer.text(InformationElement.MD5_RESULT, Md5Response.of(text, secret));
            return true;
        }
        if ((offered & AuthMethods.PLAINTEXT) != 0 && !secret.isEmpty()) {
            answer.text(InformationElement.PASSWORD, secret);
            return true;
        }
        return false;
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "credentials for " + AuthMethods.names(methods);
    }
}
