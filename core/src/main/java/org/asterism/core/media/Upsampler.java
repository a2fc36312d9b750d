package org.asterism.core.media;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** From 8 to 16 kHz: every sample is kept, and one between each two is interpolated. Delays by {@link HalfBandFilter#SIDE} samples. */
final class Upsampler implements Translator {
    private static final int TAPS = 2 * HalfBandFilter.SIDE;

    private final FrameBuffer out = new FrameBuffer(Format.SLIN16, 2 * MAX_SAMPLES * Samples.SLIN_BYTES);
    /** The last samples of the frame before, then those of this frame. */
    private final short[] line = new short[TAPS + MAX_SAMPLES];

    @Override
    public Format from() {
        return Format.SLIN;
    }

    @Override
    public Format to() {
        return Format.SLIN16;
    }

    @Override
    public @Nullable MediaFrame translate(MediaFrame frame) {
        int count = frame.length() / Samples.SLIN_BYTES;
        if (count > MAX_SAMPLES) {
            return null;
        }
        MemorySegment source = frame.memory();
        long offset = frame.offset();
        for (int i = 0; i < count; i++) {
            line[TAPS + i] = source.get(Samples.SLIN, offset + (long) i * Samples.SLIN_BYTES);
        }
        MemorySegment target = out.memory();
        for (int i = 0; i < count; i++) {
            target.set(Samples.SLIN, 4L * i, line[i + HalfBandFilter.SIDE]);
            target.set(Samples.SLIN, 4L * i + 2, between(i + HalfBandFilter.SIDE));
        }
        System.arraycopy(line, count, line, 0, TAPS);
        return out.frame(2 * count * Samples.SLIN_BYTES, frame.timestampMs());
    }

    /** The sample half-way between a place in the line and the next. */
    private short between(int place) {
        int sum = 0;
        for (int k = 0; k < HalfBandFilter.SIDE; k++) {
            sum += HalfBandFilter.Q15[k] * (line[place - k] + line[place + 1 + k]);
        }
        // Twice the filter's gain, because zeros were put between the samples.
        return Samples.saturate((sum + (1 << 13)) >> 14);
    }
}
