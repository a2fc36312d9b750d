package org.asterism.outreg.registration;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Draws the names that make messages ours. */
final class Identifiers {
    private static final int LINE_LENGTH = 7;
    private static final int CSEQ_BITS = 15;

    private final RandomGenerator random;

    /**
     * @param random must not be foreseeable
     */
    Identifiers(RandomGenerator random) {
        this.random = random;
    }

    /** {@return a random UUID (RFC 9562 version 4), for Call-IDs and tags} */
    String uuid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & ~(3L << 62)) | (2L << 62);
        return new UUID(high, low).toString();
    }

    /** {@return what marks a Contact, as Asterisk draws it: seven lower-case letters} */
    String line() {
        StringBuilder text = new StringBuilder(LINE_LENGTH);
        for (int i = 0; i < LINE_LENGTH; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    /** {@return a first CSeq with room above it} */
    long firstSequence() {
        return 1L + random.nextInt(1 << CSEQ_BITS);
    }
}
