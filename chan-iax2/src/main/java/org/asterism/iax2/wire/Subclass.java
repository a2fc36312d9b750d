package org.asterism.iax2.wire;

/**
 * The subclass byte of a full frame: values below 128 as they are, larger powers of two as 0x80 | exponent (RFC 5456
 * section 8.1.1). Exponents have 6 bits here as in Asterisk; the RFC's five do not reach Opus. 0xFF is the value -1.
 */
public final class Subclass {
    /** Expanded value of the byte 0xFF: "stop indications" as a control frame. */
    public static final long NONE = -1;

    /** Raw byte that stands for {@link #NONE}. */
    public static final int RAW_NONE = 0xFF;

    /** Bit of a VIDEO subclass byte that marks the last frame of a picture. */
    public static final int VIDEO_MARK = 0x40;

    private static final int COMPRESSED = 0x80;
    private static final int EXPONENT_MASK = 0x3F;

    private Subclass() {}

    /**
     * The value a subclass byte stands for.
     *
     * @param raw byte from the wire, 0..255.
     * @return the value, or {@link #NONE}.
     */
    public static long expand(int raw) {
        if (raw < COMPRESSED) {
            return raw;
        }
        return raw == RAW_NONE ? NONE : 1L << (raw & EXPONENT_MASK);
    }

    /** Whether the value has a wire form: below 128, {@link #NONE} or a power of two. */
    public static boolean isCompressible(long value) {
        return value == NONE || (value & -COMPRESSED) == 0 || Long.bitCount(value) == 1;
    }

    /**
     * The subclass byte for a value.
     *
     * @param value codec bit, digit, command number or {@link #NONE}.
     * @return byte 0..255.
     * @throws IllegalArgumentException if the value has no wire form: sending another one would lie to the peer.
     */
    public static int compress(long value) {
        if ((value & -COMPRESSED) == 0) {
            return (int) value;
        }
        if (value == NONE) {
            return RAW_NONE;
        }
        if (Long.bitCount(value) != 1) {
            throw new IllegalArgumentException("subclass " + value + " is neither below 128 nor a power of two");
        }
        return COMPRESSED | Long.numberOfTrailingZeros(value);
    }
}
