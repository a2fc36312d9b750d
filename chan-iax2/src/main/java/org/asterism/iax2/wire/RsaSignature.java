package org.asterism.iax2.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAKey;
import java.util.Base64;

/**
 * The RSA RESULT element (RFC 5456 section 8.6.16): base64 of the PKCS #1 v1.5 signature with SHA-1 of the challenge.
 * Keys have 1024 bits exactly: Asterisk accepts no other, and a signature of a larger key does not fit an element.
 */
public final class RsaSignature {
    /** Size of the keys in bits. */
    public static final int KEY_BITS = 1024;

    private static final String ALGORITHM = "SHA1withRSA";

    private RsaSignature() {}

    /** Whether a key can be used here at all: for a complaint when keys are loaded. */
    public static boolean isUsable(Key key) {
        return key instanceof RSAKey rsa && rsa.getModulus().bitLength() == KEY_BITS;
    }

    /**
     * Signs a challenge.
     *
     * @param challenge text that came with AUTHREQ or REGAUTH.
     * @param key       own private key.
     * @return the element's text, 172 characters.
     * @throws InvalidKeyException if the key is not {@linkplain #isUsable usable}.
     */
    public static String sign(String challenge, PrivateKey key) throws InvalidKeyException {
        if (!isUsable(key)) {
            throw new InvalidKeyException("IAX2 needs an RSA key of " + KEY_BITS + " bits");
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(challenge.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (InvalidKeyException unusable) {
            throw unusable;
        } catch (GeneralSecurityException failed) {
            throw new InvalidKeyException("cannot sign with this key", failed);
        }
    }

    /**
     * Verifies an answer.
     *
     * @param challenge the challenge that was sent.
     * @param response  text of the element.
     * @param key       public key of the peer.
     * @return false for a wrong signature as well as for text that is none and keys that are not
     *     {@linkplain #isUsable usable}.
     */
    public static boolean verify(String challenge, String response, PublicKey key) {
        if (!isUsable(key)) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(challenge.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(response));
        } catch (SignatureException | IllegalArgumentException notASignature) {
            return false;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(ALGORITHM + " is in every Java runtime", missing);
        }
    }
}
