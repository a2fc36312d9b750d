package org.asterism.iax2.wire;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The codecs IAX2 can name: bit of the capability mask (RFC 5456 section 8.7 and Asterisk's additions above 32 bits),
 * place in the preference alphabet, and how bytes and samples relate where that is fixed.
 */
public enum IaxCodec {
    /** G.723.1; the frame size varies with the rate. */
    G723(0, 1, Media.AUDIO, 8000, 0, 0),
    /** GSM full rate. */
    GSM(1, 2, Media.AUDIO, 8000, 33, 160),
    /** G.711 mu-law. */
    ULAW(2, 3, Media.AUDIO, 8000, 1, 1),
    /** G.711 A-law. */
    ALAW(3, 4, Media.AUDIO, 8000, 1, 1),
    /** G.726 at 32 kbit/s, AAL2 packing. */
    G726AAL2(4, 13, Media.AUDIO, 8000, 1, 2),
    /** IMA ADPCM. */
    ADPCM(5, 6, Media.AUDIO, 8000, 1, 2),
    /** Signed linear, 16 bits, 8 kHz, big-endian on the wire. */
    SLIN(6, 7, Media.AUDIO, 8000, 2, 1),
    /** LPC10; frames of 22 or 23 ms. */
    LPC10(7, 8, Media.AUDIO, 8000, 0, 0),
    /** G.729A. */
    G729(8, 9, Media.AUDIO, 8000, 10, 80),
    /** Speex, narrow band. */
    SPEEX(9, 10, Media.AUDIO, 8000, 0, 0),
    /** iLBC, mode 30 ms. */
    ILBC(10, 12, Media.AUDIO, 8000, 50, 240),
    /** G.726 at 32 kbit/s, RFC 3551 packing. */
    G726(11, 5, Media.AUDIO, 8000, 1, 2),
    /** G.722 at 64 kbit/s. */
    G722(12, 14, Media.AUDIO, 16000, 1, 2),
    /** G.722.1 at 32 kbit/s. */
    SIREN7(13, 25, Media.AUDIO, 16000, 80, 320),
    /** G.722.1 annex C at 48 kbit/s. */
    SIREN14(14, 26, Media.AUDIO, 32000, 120, 640),
    /** Signed linear, 16 bits, 16 kHz, in the sender's byte order: Asterisk does not swap it. */
    SLIN16(15, 15, Media.AUDIO, 16000, 2, 1),
    /** JPEG pictures. */
    JPEG(16, 16, Media.IMAGE, 0, 0, 0),
    /** PNG pictures. */
    PNG(17, 17, Media.IMAGE, 0, 0, 0),
    /** H.261. */
    H261(18, 18, Media.VIDEO, 0, 0, 0),
    /** H.263. */
    H263(19, 19, Media.VIDEO, 0, 0, 0),
    /** H.263+. */
    H263P(20, 20, Media.VIDEO, 0, 0, 0),
    /** H.264. */
    H264(21, 21, Media.VIDEO, 0, 0, 0),
    /** MPEG-4 part 2. */
    MPEG4(22, 22, Media.VIDEO, 0, 0, 0),
    /** VP8. */
    VP8(23, 38, Media.VIDEO, 0, 0, 0),
    /** T.140 text with redundancy. */
    RED(26, 23, Media.TEXT, 0, 0, 0),
    /** T.140 text. */
    T140(27, 24, Media.TEXT, 0, 0, 0),
    /** G.719 at 64 kbit/s. */
    G719(32, 28, Media.AUDIO, 48000, 160, 960),
    /** Speex, wide band. */
    SPEEX16(33, 11, Media.AUDIO, 16000, 0, 0),
    /** Opus. */
    OPUS(34, 37, Media.AUDIO, 48000, 0, 0);

    /** What a codec carries. */
    public enum Media {
        /** Sound. */
        AUDIO,
        /** Pictures, one by one. */
        IMAGE,
        /** Moving pictures. */
        VIDEO,
        /** Typed text. */
        TEXT
    }

    private static final @Nullable IaxCodec[] BY_BIT = new IaxCodec[Long.SIZE];
    private static final @Nullable IaxCodec[] BY_PREFERENCE = new IaxCodec[Long.SIZE];
    private static final Map<String, IaxCodec> BY_NAME = new HashMap<>();

    static {
        for (IaxCodec codec : values()) {
            BY_BIT[Long.numberOfTrailingZeros(codec.bit)] = codec;
            BY_PREFERENCE[codec.preference] = codec;
            BY_NAME.put(codec.codecName, codec);
        }
    }

    private final long bit;
    private final int preference;
    private final String codecName;
    private final Media media;
    private final int sampleRate;
    private final int unitBytes;
    private final int unitSamples;

    IaxCodec(int bitNumber, int preference, Media media, int sampleRate, int unitBytes, int unitSamples) {
        this.bit = 1L << bitNumber;
        this.preference = preference;
        this.codecName = name().toLowerCase(Locale.ROOT);
        this.media = media;
        this.sampleRate = sampleRate;
        this.unitBytes = unitBytes;
        this.unitSamples = unitSamples;
    }

    /**
     * The codec with that bit.
     *
     * @param format value with exactly one bit set.
     * @return null if it is none or several, or a bit without a codec: frames in it are to be dropped.
     */
    public static @Nullable IaxCodec of(long format) {
        return Long.bitCount(format) == 1 ? BY_BIT[Long.numberOfTrailingZeros(format)] : null;
    }

    /** The codec with that name in lower case, as in {@code allow=}, or null. */
    public static @Nullable IaxCodec of(String name) {
        return BY_NAME.get(name);
    }

    static @Nullable IaxCodec ofPreference(int index) {
        return index > 0 && index < BY_PREFERENCE.length ? BY_PREFERENCE[index] : null;
    }

    /** Its bit in masks of formats and, compressed, in the subclass of media frames. */
    public long bit() {
        return bit;
    }

    /** Its name in configuration and listings. */
    public String codecName() {
        return codecName;
    }

    /** What it carries. */
    public Media media() {
        return media;
    }

    /** Samples per second in Hz; 0 if it does not carry sound. */
    public int sampleRate() {
        return sampleRate;
    }

    int preference() {
        return preference;
    }

    /** Whether bytes tell the samples without looking at the data. */
    public boolean isFixedRate() {
        return unitBytes != 0;
    }

    /** Samples in that many bytes, whole codec frames only; -1 if the rate is not fixed. */
    public int samplesIn(int bytes) {
        return unitBytes == 0 ? -1 : bytes / unitBytes * unitSamples;
    }

    /** Bytes for that many milliseconds, whole codec frames only; -1 if the rate is not fixed. */
    public int bytesFor(int durationMs) {
        return unitBytes == 0 ? -1 : sampleRate / 1000 * durationMs / unitSamples * unitBytes;
    }

    /** Milliseconds in that many bytes, whole codec frames only; -1 if the rate is not fixed. */
    public int durationMs(int bytes) {
        return unitBytes == 0 ? -1 : samplesIn(bytes) / (sampleRate / 1000);
    }
}
