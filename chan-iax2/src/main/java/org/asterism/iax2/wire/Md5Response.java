package org.asterism.iax2.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The MD5 RESULT element (RFC 5456 section 8.6.15): hexadecimal MD5 of the challenge followed by the secret. The same
 * 16 bytes are the first key of an encrypted call (RFC 5456 section 7.4).
 */
public final class Md5Response {
    private static final String SECRET_SEPARATOR = ";";

    private Md5Response() {}

    /** The 16 bytes of MD5(challenge, secret). */
    public static byte[] digest(String challenge, String secret) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(challenge.getBytes(StandardCharsets.UTF_8));
            return md5.digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("MD5 is in every Java runtime", missing);
        }
    }

    /** The element's text: 32 lower-case digits. */
    public static String of(String challenge, String secret) {
        return HexFormat.of().formatHex(digest(challenge, secret));
    }

    /**
     * Finds the secret an answer was made with, in the same time whichever it is. Case of the digits is ignored.
     *
     * @param challenge the challenge that was sent.
     * @param secrets   secrets separated by {@code ;}, as several {@code secret=} lines are joined. Empty ones match
     *     nothing.
     * @param response  text of the element.
     * @return the secret, or null if the answer is wrong.
     */
    public static @Nullable String matchingSecret(String challenge, String secrets, String response) {
        byte[] given = response.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        String match = null;
        for (String secret : secrets.split(SECRET_SEPARATOR, -1)) {
            byte[] expected = of(challenge, secret).getBytes(StandardCharsets.US_ASCII);
            boolean equal = MessageDigest.isEqual(expected, given);
            if (equal && !secret.isEmpty() && match == null) {
                match = secret;
            }
        }
        return match;
    }

    /** Whether an answer was made with one of the secrets; see {@link #matchingSecret}. */
    public static boolean verify(String challenge, String secrets, String response) {
        return matchingSecret(challenge, secrets, response) != null;
    }
}
