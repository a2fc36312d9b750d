package org.asterism.outreg.sip.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Hash algorithms of digest authentication (RFC 8760). */
public enum Algorithm {
    /** MD5, what is meant where a challenge names none. */
    MD5("MD5", "MD5", 32),
    /** SHA-256. */
    SHA_256("SHA-256", "SHA-256", 64),
    /** SHA-512 cut to 256 bits as RFC 8760 names it. */
    SHA_512_256("SHA-512-256", "SHA-512/256", 64);

    private final String token;
    private final String jcaName;
    private final int hexDigits;

    Algorithm(String token, String jcaName, int hexDigits) {
        this.token = token;
        this.jcaName = jcaName;
        this.hexDigits = hexDigits;
    }

    /**
     * The algorithm of a name.
     *
     * @param token as in challenges and pjsip.conf, in any case
     * @return the algorithm, or {@code null} when it is not known
     */
    public static @Nullable Algorithm of(String token) {
        for (Algorithm algorithm : values()) {
            if (algorithm.token.equalsIgnoreCase(token)) {
                return algorithm;
            }
        }
        return null;
    }

    /** {@return its name in challenges and pjsip.conf} */
    public String token() {
        return token;
    }

    /** {@return how many hexadecimal digits a hash has} */
    public int hexDigits() {
        return hexDigits;
    }

    MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance(jcaName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no " + jcaName, e);
        }
    }
}
