package org.asterism.iax2.wire;

import java.util.List;
import java.util.StringJoiner;

/** Masks of codec bits: choosing from them and printing them. */
public final class Codecs {
    /** Bits of all audio codecs. */
    public static final long AUDIO = maskOf(IaxCodec.Media.AUDIO);
    /** Bits of all video codecs. */
    public static final long VIDEO = maskOf(IaxCodec.Media.VIDEO);

    private static final IaxCodec[] BEST_FIRST = {
        IaxCodec.ULAW, IaxCodec.ALAW, IaxCodec.G719, IaxCodec.SIREN14, IaxCodec.SIREN7, IaxCodec.G722,
        IaxCodec.SLIN16, IaxCodec.SLIN, IaxCodec.G726, IaxCodec.G726AAL2, IaxCodec.ADPCM, IaxCodec.GSM,
        IaxCodec.ILBC, IaxCodec.SPEEX16, IaxCodec.SPEEX, IaxCodec.OPUS, IaxCodec.LPC10, IaxCodec.G729,
        IaxCodec.G723
    };

    private Codecs() {}

    private static long maskOf(IaxCodec.Media media) {
        long mask = 0;
        for (IaxCodec codec : IaxCodec.values()) {
            mask |= codec.media() == media ? codec.bit() : 0;
        }
        return mask;
    }

    /** The bits of these codecs. */
    public static long maskOf(List<IaxCodec> codecs) {
        long mask = 0;
        for (IaxCodec codec : codecs) {
            mask |= codec.bit();
        }
        return mask;
    }

    /**
     * The audio codec Asterisk prefers when nobody has said what they prefer.
     *
     * @param joint bits both sides have.
     * @return one bit, or 0 if there is no audio codec among them.
     */
    public static long bestOf(long joint) {
        for (IaxCodec codec : BEST_FIRST) {
            if ((codec.bit() & joint) != 0) {
                return codec.bit();
            }
        }
        return 0;
    }

    /**
     * The first audio codec of an order of preference that both sides have.
     *
     * @param order codecs, most wanted first.
     * @param joint bits both sides have.
     * @return one bit, or 0 if there is none.
     */
    public static long firstOf(List<IaxCodec> order, long joint) {
        for (IaxCodec codec : order) {
            if ((codec.bit() & joint & AUDIO) != 0) {
                return codec.bit();
            }
        }
        return 0;
    }

    /** The name of a single format; {@code Unknown} for none, several or a bit without a codec. */
    public static String name(long format) {
        IaxCodec codec = IaxCodec.of(format);
        return codec == null ? "Unknown" : codec.codecName();
    }

    /** The names in a mask by rising bit, as {@code (ulaw|alaw)}; {@code (nothing)} if it is empty. */
    public static String names(long formats) {
        StringJoiner names = new StringJoiner("|", "(", ")").setEmptyValue("(nothing)");
        for (IaxCodec codec : IaxCodec.values()) {
            if ((codec.bit() & formats) != 0) {
                names.add(codec.codecName());
            }
        }
        return names.toString();
    }

    /** The names in an order of preference, as {@code (slin|ulaw)}; {@code ()} if it is empty. */
    public static String names(List<IaxCodec> order) {
        StringJoiner names = new StringJoiner("|", "(", ")");
        order.forEach(codec -> names.add(codec.codecName()));
        return names.toString();
    }
}
