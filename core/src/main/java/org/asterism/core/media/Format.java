package org.asterism.core.media;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An audio format, with Asterisk's names. */
public enum Format {
    /** G.711 µ-law, 8 kHz. */
    ULAW("ulaw", "G.711 u-law", 8000, 160),
    /** G.711 A-law, 8 kHz. */
    ALAW("alaw", "G.711 a-law", 8000, 160),
    /** GSM 06.10 full rate, 8 kHz; 33 bytes per 20 ms. */
    GSM("gsm", "GSM", 8000, 33),
    /** Signed linear, 16 bit, 8 kHz; little-endian in memory here, whatever the wire says. */
    SLIN("slin", "16 bit Signed Linear PCM", 8000, 320),
    /** Signed linear, 16 bit, 16 kHz. */
    SLIN16("slin16", "16 bit Signed Linear PCM (16kHz)", 16000, 640),
    /** G.722. */
    G722("g722", "G722", 16000, 160),
    /** G.726 as RFC 3551 packs it. */
    G726("g726", "G.726 RFC3551", 8000, 80),
    /** G.726 as AAL2 packs it. */
    G726AAL2("g726aal2", "G.726 AAL2", 8000, 80),
    /** IMA/Dialogic ADPCM. */
    ADPCM("adpcm", "Dialogic ADPCM", 8000, 80),
    /** G.723.1. */
    G723("g723", "G.723.1", 8000, 0),
    /** G.729A. */
    G729("g729", "G.729A", 8000, 20),
    /** Speex, 8 kHz. */
    SPEEX("speex", "SpeeX", 8000, 0),
    /** Speex, 16 kHz. */
    SPEEX16("speex16", "SpeeX 16khz", 16000, 0),
    /** iLBC. */
    ILBC("ilbc", "iLBC", 8000, 0),
    /** LPC10. */
    LPC10("lpc10", "LPC10", 8000, 0),
    /** Opus. */
    OPUS("opus", "Opus Codec", 48000, 0),
    /** G.719. */
    G719("g719", "ITU G.719", 48000, 0),
    /** G.722.1. */
    SIREN7("siren7", "ITU G.722.1 (Siren7)", 16000, 80),
    /** G.722.1C. */
    SIREN14("siren14", "ITU G.722.1 Annex C (Siren14)", 32000, 120);

    private final String label;
    private final String description;
    private final int sampleRate;
    private final int bytesPer20Ms;

    Format(String label, String description, int sampleRate, int bytesPer20Ms) {
        this.label = label;
        this.description = description;
        this.sampleRate = sampleRate;
        this.bytesPer20Ms = bytesPer20Ms;
    }

    /** {@return the name in configuration files and listings} */
    public String label() {
        return label;
    }

    /** {@return one line for {@code core show codecs}} */
    public String description() {
        return description;
    }

    /** {@return samples per second} */
    public int sampleRate() {
        return sampleRate;
    }

    /** {@return bytes in 20 ms of audio, or 0 where frames have no fixed length} */
    public int bytesPer20Ms() {
        return bytesPer20Ms;
    }

    /**
     * How long a piece of audio lasts.
     *
     * @param bytes its length in bytes
     * @return milliseconds; 20 where frames have no fixed length
     */
    public int milliseconds(int bytes) {
        return bytesPer20Ms == 0 ? 20 : bytes * 20 / bytesPer20Ms;
    }

    /**
     * Finds a format by its name.
     *
     * @param name a name such as {@code ulaw}, in any case
     * @return the format, or {@code null} when there is none of that name
     */
    public static @Nullable Format named(String name) {
        String wanted = name.trim().toLowerCase(Locale.ROOT);
        for (Format format : values()) {
            if (format.label.equals(wanted)) {
                return format;
            }
        }
        return null;
    }
}
