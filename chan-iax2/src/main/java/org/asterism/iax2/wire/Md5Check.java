package org.asterism.iax2.wire;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Checks MD5 RESULT elements where many come: as {@link Md5Response#verify}, with one digest that is used again and again. Not thread
 * safe.
 */
public final class Md5Check {
    private static final int LENGTH = 16;
    private static final char SECRET_SEPARATOR = ';';
    private static final int RADIX = 16;
    private static final int PLAIN_LENGTH = 64;
    private static final int ASCII_LIMIT = 0x80;

    private final MessageDigest md5;
    private final byte[] text = new byte[2 * LENGTH];
    private final byte[] given = new byte[LENGTH];
    private final byte[] expected = new byte[LENGTH];
    /** The bytes of the secret that is being tried, where they need no array of their own. */
    private final byte[] plain = new byte[PLAIN_LENGTH];

    private boolean wellFormed;

    /** A check that has not been given a response. */
    public Md5Check() {
        try {
            md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("MD5 is in every Java runtime", missing);
        }
    }

    /**
     * Takes the response that is to be checked.
     *
     * @param elements may have an MD5 RESULT
     */
    public void response(FrameElements elements) {
        wellFormed = elements.textLength(InformationElement.MD5_RESULT) == text.length;
        if (!wellFormed) {
            return;
        }
        MemorySegment.copy(
                elements.segment(),
                ValueLayout.JAVA_BYTE,
                elements.offset(InformationElement.MD5_RESULT),
                text,
                0,
                text.length);
        for (int i = 0; i < LENGTH; i++) {
            int high = Character.digit(text[2 * i], RADIX);
            int low = Character.digit(text[2 * i + 1], RADIX);
            wellFormed &= (high | low) >= 0;
            given[i] = (byte) ((high << 4) | (low & 0xF));
        }
    }

    /**
     * Whether the response was made with one of the secrets; in the same time whichever it is.
     *
     * @param challenge the challenge that was sent
     * @param secrets   secrets separated by {@code ;}. Empty ones match nothing
     * @return whether it was
     */
    public boolean answers(byte[] challenge, String secrets) {
        boolean match = false;
        int begin = 0;
        while (begin <= secrets.length()) {
            int found = secrets.indexOf(SECRET_SEPARATOR, begin);
            int end = found < 0 ? secrets.length() : found;
            if (end > begin) {
                match |= equals(
                        challenge, begin == 0 && end == secrets.length() ? secrets : secrets.substring(begin, end));
            }
            begin = end + 1;
        }
        return match && wellFormed;
    }

    private boolean equals(byte[] challenge, String secret) {
        md5.update(challenge);
        if (isPlain(secret)) {
            md5.update(plain, 0, secret.length());
        } else {
            md5.update(secret.getBytes(StandardCharsets.UTF_8));
        }
        try {
            md5.digest(expected, 0, LENGTH);
        } catch (DigestException tooShort) {
            throw new IllegalStateException("MD5 has " + LENGTH + " bytes", tooShort);
        }
        return MessageDigest.isEqual(expected, given);
    }

    /** Whether a secret is short and ASCII, as nearly all are; it lies in {@link #plain} then. */
    private boolean isPlain(String secret) {
        int length = secret.length();
        if (length > PLAIN_LENGTH) {
            return false;
        }
        int all = 0;
        for (int i = 0; i < length; i++) {
            char c = secret.charAt(i);
            all |= c;
            plain[i] = (byte) c;
        }
        return all < ASCII_LIMIT;
    }
}
