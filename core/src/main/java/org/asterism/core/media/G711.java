package org.asterism.core.media;

/**
 * ITU-T G.711: the two logarithmic codes of the telephone network, computed once into tables. A table is an array of the heap that
 * every translation shares.
 */
final class G711 {
    /** Linear samples by µ-law code. */
    static final short[] ULAW_TO_LINEAR = new short[256];
    /** Linear samples by A-law code. */
    static final short[] ALAW_TO_LINEAR = new short[256];
    /** µ-law codes by the upper 14 bits of a linear sample, as an unsigned index; of four samples the largest decides. */
    static final byte[] LINEAR_TO_ULAW = new byte[1 << 14];
    /** A-law codes by the upper 13 bits of a linear sample, as an unsigned index. */
    static final byte[] LINEAR_TO_ALAW = new byte[1 << 13];
    /** A-law codes by µ-law code. */
    static final byte[] ULAW_TO_ALAW = new byte[256];
    /** µ-law codes by A-law code. */
    static final byte[] ALAW_TO_ULAW = new byte[256];

    /** How far a linear sample is shifted to index {@link #LINEAR_TO_ULAW}. */
    static final int ULAW_SHIFT = 2;
    /** How far a linear sample is shifted to index {@link #LINEAR_TO_ALAW}. */
    static final int ALAW_SHIFT = 3;

    private static final int ULAW_BIAS = 0x84;
    private static final int ULAW_CLIP = 0x7FFF - ULAW_BIAS;

    static {
        for (int code = 0; code < 256; code++) {
            ULAW_TO_LINEAR[code] = (short) expandUlaw(code);
            ALAW_TO_LINEAR[code] = (short) expandAlaw(code);
        }
        for (int i = 0; i < LINEAR_TO_ULAW.length; i++) {
            LINEAR_TO_ULAW[i] = (byte) compressUlaw((short) (i << ULAW_SHIFT | (1 << ULAW_SHIFT) - 1));
        }
        for (int i = 0; i < LINEAR_TO_ALAW.length; i++) {
            LINEAR_TO_ALAW[i] = (byte) compressAlaw((short) (i << ALAW_SHIFT | (1 << ALAW_SHIFT) - 1));
        }
        for (int code = 0; code < 256; code++) {
            ULAW_TO_ALAW[code] = (byte) compressAlaw(ULAW_TO_LINEAR[code]);
            ALAW_TO_ULAW[code] = (byte) compressUlaw(ALAW_TO_LINEAR[code]);
        }
    }

    private G711() {}

    private static int expandUlaw(int code) {
        int bits = ~code;
        int magnitude = ((((bits & 0x0F) << 3) + ULAW_BIAS) << ((bits & 0x70) >> 4)) - ULAW_BIAS;
        return (bits & 0x80) == 0 ? magnitude : -magnitude;
    }

    private static int compressUlaw(int sample) {
        int biased = Math.min(Math.abs(sample), ULAW_CLIP) + ULAW_BIAS;
        int segment = 24 - Integer.numberOfLeadingZeros(biased);
        int bits = segment << 4 | ((biased >> (segment + 3)) & 0x0F);
        return ~(sample < 0 ? bits | 0x80 : bits) & 0xFF;
    }

    private static int expandAlaw(int code) {
        int bits = code ^ 0x55;
        int segment = (bits & 0x70) >> 4;
        int mantissa = ((bits & 0x0F) << 4) + 8;
        int magnitude = segment == 0 ? mantissa : (mantissa + 0x100) << (segment - 1);
        return (bits & 0x80) == 0 ? -magnitude : magnitude;
    }

    private static int compressAlaw(int sample) {
        // Negative samples are mirrored one below zero, so that the code has no hole between -1 and 0.
        int magnitude = Math.min(sample < 0 ? -sample - 1 : sample, 0x7FFF) >> 4;
        int segment = Math.max(0, 28 - Integer.numberOfLeadingZeros(magnitude));
        int bits = segment == 0 ? magnitude & 0x0F : segment << 4 | ((magnitude >> (segment - 1)) & 0x0F);
        return (sample < 0 ? bits : bits | 0x80) ^ 0x55;
    }
}
