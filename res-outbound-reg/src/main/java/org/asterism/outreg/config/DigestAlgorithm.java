package org.asterism.outreg.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A hash algorithm of digest authentication (RFC 8760) that auth sections may name. */
public enum DigestAlgorithm {
    /** MD5. */
    MD5("MD5", 32),
    /** SHA-256. */
    SHA_256("SHA-256", 64),
    /** SHA-512-256. */
    SHA_512_256("SHA-512-256", 64);

    private final String label;
    private final int hexDigits;

    DigestAlgorithm(String label, int hexDigits) {
        this.label = label;
        this.hexDigits = hexDigits;
    }

    /** {@return its name on the wire and in pjsip.conf} */
    public String label() {
        return label;
    }

    /** {@return how long its digests are, in hexadecimal digits} */
    public int hexDigits() {
        return hexDigits;
    }

    /** {@return the algorithm of that name in any case, or null} */
    static @Nullable DigestAlgorithm named(String text) {
        for (DigestAlgorithm algorithm : values()) {
            if (algorithm.label.equalsIgnoreCase(text.trim())) {
                return algorithm;
            }
        }
        return null;
    }

    /** {@return whether a text is a digest of this algorithm, in lower case afterwards} */
    boolean fits(String digest) {
        return digest.length() == hexDigits
                && digest.toLowerCase(Locale.ROOT)
                        .chars()
                        .allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
