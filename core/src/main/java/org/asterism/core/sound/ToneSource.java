package org.asterism.core.sound;

import java.lang.foreign.MemorySegment;
import org.asterism.core.media.Format;
import org.asterism.core.media.FrameBuffer;
import org.asterism.core.media.MediaFrame;
import org.asterism.core.media.MediaSource;
import org.asterism.core.media.Samples;
import org.jspecify.annotations.Nullable;

/** Plays a {@link Tone}, computed as it goes, for ever where the tone has a part to repeat. */
public final class ToneSource implements MediaSource {
    /** The peak of each frequency that Asterisk's indications have: 8 dB below the milliwatt's. */
    public static final int INDICATION_LEVEL = 7219;
    /** The peak of a tone of 0 dBm0. */
    public static final int MILLIWATT_LEVEL = 23255;

    private static final int SAMPLES = 160;
    private static final int SAMPLES_PER_MS = 8;
    private static final int TABLE_BITS = 12;
    private static final short[] SINE = new short[1 << TABLE_BITS];

    static {
        for (int i = 0; i < SINE.length; i++) {
            SINE[i] = (short) Math.round(Short.MAX_VALUE * Math.sin(2 * Math.PI * i / SINE.length));
        }
    }

    private final Tone.Part[] parts;
    private final int repeatFrom;
    private final int level;
    private final FrameBuffer out = new FrameBuffer(Format.SLIN, SAMPLES * Samples.SLIN_BYTES);

    private int current = -1;
    private boolean repeating;
    /** Samples left of the current part; negative for one that lasts for ever. */
    private int left;

    private int phase;
    private int step;
    private int secondPhase;
    private int secondStep;
    private boolean modulated;
    private long timestampMs;

    /**
     * @param tone  what to play
     * @param level peak of each frequency, up to 32767
     */
    public ToneSource(Tone tone, int level) {
        this.parts = tone.parts().toArray(new Tone.Part[0]);
        this.repeatFrom = tone.repeatFrom();
        this.level = level;
    }

    @Override
    public @Nullable MediaFrame next() {
        MemorySegment memory = out.memory();
        int count = 0;
        while (count < SAMPLES && (left != 0 || nextPart())) {
            memory.set(Samples.SLIN, (long) count * Samples.SLIN_BYTES, sample());
            count++;
            if (left > 0) {
                left--;
            }
        }
        if (count == 0) {
            return null;
        }
        MediaFrame frame = out.frame(count * Samples.SLIN_BYTES, timestampMs);
        timestampMs += 20;
        return frame;
    }

    @Override
    public Format format() {
        return Format.SLIN;
    }

    /** Goes on to the next part; the phases run on, so that a part that repeats has no click in it. */
    private boolean nextPart() {
        do {
            current++;
            if (current == parts.length) {
                if (repeatFrom < 0) {
                    current--;
                    return false;
                }
                current = repeatFrom;
                repeating = true;
            }
        } while (repeating && parts[current].once());
        Tone.Part part = parts[current];
        step = stepOf(part.frequency());
        secondStep = stepOf(part.secondFrequency());
        modulated = part.modulated();
        left = part.milliseconds() == 0 ? -1 : part.milliseconds() * SAMPLES_PER_MS;
        return true;
    }

    private short sample() {
        int first = step == 0 ? 0 : SINE[phase >>> (32 - TABLE_BITS)];
        int second = secondStep == 0 ? 0 : SINE[secondPhase >>> (32 - TABLE_BITS)];
        phase += step;
        secondPhase += secondStep;
        if (modulated) {
            return Samples.saturate((((first * (Short.MAX_VALUE * 9 / 10 + second / 10)) >> 15) * level) >> 15);
        }
        return Samples.saturate(((first + second) * level) >> 15);
    }

    private static int stepOf(int frequency) {
        return (int) ((long) frequency * (1L << 32) / Format.SLIN.sampleRate());
    }
}
