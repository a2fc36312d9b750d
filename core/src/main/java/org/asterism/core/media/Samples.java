package org.asterism.core.media;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** How samples lie in memory: {@link Format#SLIN} and {@link Format#SLIN16} are little-endian wherever the switch runs. */
public final class Samples {
    /** A linear sample of 16 bits, at any address. */
    public static final ValueLayout.OfShort SLIN = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** Bytes of a linear sample. */
    public static final int SLIN_BYTES = 2;

    private Samples() {}

    /**
     * Limits a sum of samples to what 16 bits hold.
     *
     * @param value the sum
     * @return the nearest sample
     */
    public static short saturate(int value) {
        return (short) Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
