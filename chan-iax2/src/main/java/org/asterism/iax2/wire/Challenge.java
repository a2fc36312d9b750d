package org.asterism.iax2.wire;

import java.util.random.RandomGenerator;

/**
 * Challenges of AUTHREQ and REGAUTH (RFC 5456 section 8.6.14): decimal text of nine characters, as Asterisk's, since
 * small peers have no room for more.
 */
public final class Challenge {
    /** Characters of a challenge. */
    public static final int LENGTH = 9;

    private static final int LOWEST = 100_000_000;
    private static final int RANGE = 900_000_000;

    private Challenge() {}

    /**
     * A new challenge.
     *
     * @param random a cryptographically strong source: who can guess a challenge can replay an answer.
     */
    public static String next(RandomGenerator random) {
        return Integer.toString(LOWEST + random.nextInt(RANGE));
    }

    /**
     * A challenge that is derived instead of remembered, without allocating.
     *
     * @param bits uniformly distributed bits, such as part of a keyed hash.
     * @param out  is given {@link #LENGTH} digits.
     */
    public static void write(long bits, byte[] out) {
        int rest = LOWEST + (int) Long.remainderUnsigned(bits, RANGE);
        for (int i = LENGTH - 1; i >= 0; i--) {
            out[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
