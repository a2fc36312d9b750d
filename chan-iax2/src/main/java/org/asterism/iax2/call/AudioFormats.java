package org.asterism.iax2.call;

import org.asterism.core.media.Format;
import org.asterism.iax2.wire.IaxCodec;
import org.jspecify.annotations.Nullable;

/** The switch's names for IAX2's codec bits and back. */
public final class AudioFormats {
    private static final @Nullable Format[] BY_BIT = new Format[Long.SIZE];

    static {
        for (IaxCodec codec : IaxCodec.values()) {
            if (codec.media() == IaxCodec.Media.AUDIO) {
                BY_BIT[Long.numberOfTrailingZeros(codec.bit())] = Format.named(codec.codecName());
            }
        }
    }

    private AudioFormats() {}

    /**
     * The format of a codec bit.
     *
     * @param bit one bit
     * @return the format, or null if it is no audio codec
     */
    public static @Nullable Format of(long bit) {
        return Long.bitCount(bit) == 1 ? BY_BIT[Long.numberOfTrailingZeros(bit)] : null;
    }

    /**
     * The codec of a format.
     *
     * @param format the format
     * @return the codec, or null if IAX2 has none
     */
    public static @Nullable IaxCodec codec(Format format) {
        return IaxCodec.of(format.label());
    }
}
