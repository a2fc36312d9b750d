package org.asterism.iax2.registrant;

import java.security.PrivateKey;
import org.asterism.iax2.config.RegisterLine;
import org.asterism.iax2.keys.Credentials;
import org.asterism.iax2.keys.RsaKeys;
import org.asterism.iax2.wire.AuthMethods;
import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.InformationElement;
import org.jspecify.annotations.Nullable;

/**
 * What a registration can prove itself with.
 *
 * @param secret    the shared secret, empty for none
 * @param key       the RSA key, or {@code null}
 * @param plaintext whether the secret may be sent in clear, because {@code auth=plaintext} says so
 */
public record RegistrantCredentials(String secret, @Nullable PrivateKey key, boolean plaintext) {
    /**
     * What a line can prove itself with.
     *
     * @param line      what iax.conf says: a secret, or the name of a key in brackets
     * @param keys      where the key is
     * @param plaintext whether the secret may be sent in clear
     * @return the credentials
     */
    public static RegistrantCredentials of(RegisterLine line, RsaKeys keys, boolean plaintext) {
        String secret = line.secret();
        boolean named = secret.startsWith("[") && secret.endsWith("]");
        return new RegistrantCredentials(
                named ? "" : secret,
                named ? keys.privateKey(secret.substring(1, secret.length() - 1)) : null,
                plaintext);
    }

    /**
     * Answers a challenge.
     *
     * @param challenge the elements of REGAUTH
     * @param answer    the elements of the answer, which get the proof
     * @return whether there was a way
     */
    boolean answer(FrameElements challenge, ElementWriter answer) {
        int inSecret = plaintext ? AuthMethods.MD5 | AuthMethods.PLAINTEXT : AuthMethods.MD5;
        return challenge.u16(InformationElement.AUTH_METHODS, 0) != 0
                && new Credentials(secret, key, key == null ? inSecret : AuthMethods.RSA).answer(challenge, answer);
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return key != null ? "RSA key" : secret.isEmpty() ? "none" : "****";
    }
}
