package org.asterism.core.media;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** From 16 to 8 kHz: what 8 kHz cannot carry is filtered out, then every second sample is kept. */
final class Downsampler implements Translator {
    private static final int HISTORY = 2 * HalfBandFilter.REACH;

    private final FrameBuffer out = new FrameBuffer(Format.SLIN, MAX_SAMPLES * Samples.SLIN_BYTES);
    private final short[] line = new short[HISTORY + 2 * MAX_SAMPLES + 1];
    /** Samples in the line that no result has been centred behind yet: {@link #HISTORY}, and one more after an odd frame. */
    private int held = HISTORY;

    @Override
    public Format from() {
        return Format.SLIN16;
    }

    @Override
    public Format to() {
        return Format.SLIN;
    }

    @Override
    public @Nullable MediaFrame translate(MediaFrame frame) {
        int count = frame.length() / Samples.SLIN_BYTES;
        if (count > 2 * MAX_SAMPLES) {
            return null;
        }
        MemorySegment source = frame.memory();
        long offset = frame.offset();
        for (int i = 0; i < count; i++) {
            line[held + i] = source.get(Samples.SLIN, offset + (long) i * Samples.SLIN_BYTES);
        }
        int available = held + count;
        int results = (available - HISTORY) / 2;
        MemorySegment target = out.memory();
        for (int i = 0; i < results; i++) {
            target.set(Samples.SLIN, 2L * i, filtered(HalfBandFilter.REACH + 2 * i));
        }
        held = available - 2 * results;
        System.arraycopy(line, 2 * results, line, 0, held);
        return results == 0 ? null : out.frame(results * Samples.SLIN_BYTES, frame.timestampMs());
    }

    private short filtered(int place) {
        int sum = line[place] << 14;
        for (int k = 0; k < HalfBandFilter.SIDE; k++) {
            int distance = 2 * k + 1;
            sum += HalfBandFilter.Q15[k] * (line[place - distance] + line[place + distance]);
        }
        return Samples.saturate((sum + (1 << 14)) >> 15);
    }
}
