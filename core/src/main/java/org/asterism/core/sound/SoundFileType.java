package org.asterism.core.sound;

import java.util.List;
import org.asterism.core.media.Format;
import org.jspecify.annotations.Nullable;

/** The kinds of sound files, by the ending of their names as Asterisk has them, the best to translate from first. */
public enum SoundFileType {
    /** Bare linear samples, 16 kHz. */
    SLIN16("sln16", Format.SLIN16),
    /** Bare linear samples, 8 kHz. */
    SLIN("sln", Format.SLIN),
    /** RIFF WAVE; its header tells the format. */
    WAV("wav", null),
    /** RIFF WAVE of 16 kHz, as Asterisk writes it. */
    WAV16("wav16", null),
    /** Bare µ-law. */
    ULAW("ulaw", Format.ULAW),
    /** Bare µ-law. */
    UL("ul", Format.ULAW),
    /** Bare µ-law. */
    MU("mu", Format.ULAW),
    /** Bare µ-law. */
    PCM("pcm", Format.ULAW),
    /** Bare A-law. */
    ALAW("alaw", Format.ALAW),
    /** Bare A-law. */
    AL("al", Format.ALAW),
    /** Bare frames of GSM 06.10, 33 bytes each. */
    GSM("gsm", Format.GSM);

    private static final List<SoundFileType> ALL = List.of(values());

    private final String ending;
    private final @Nullable Format format;

    SoundFileType(String ending, @Nullable Format format) {
        this.ending = ending;
        this.format = format;
    }

    /** {@return the ending of the file name, without the dot} */
    public String ending() {
        return ending;
    }

    /** {@return the encoding, or {@code null} where the file's header tells it} */
    public @Nullable Format format() {
        return format;
    }

    /** {@return all kinds, the best to translate from first} */
    public static List<SoundFileType> all() {
        return ALL;
    }

    /**
     * Finds a kind by the ending of a file name.
     *
     * @param ending without the dot; {@code WAV} in upper case is another kind for Asterisk (GSM in RIFF), which is not known here
     * @return the kind, or {@code null} when files of that ending are not known
     */
    public static @Nullable SoundFileType of(String ending) {
        for (SoundFileType type : ALL) {
            if (type.ending.equals(ending)) {
                return type;
            }
        }
        return null;
    }
}
