package org.asterism.core.media;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/** From a code of G.711 to linear samples. */
final class Expander implements Translator {
    private final Format from;
    private final short[] table;
    private final FrameBuffer out = new FrameBuffer(Format.SLIN, MAX_SAMPLES * Samples.SLIN_BYTES);

    Expander(Format from, short[] table) {
        this.from = from;
        this.table = table;
    }

    @Override
    public Format from() {
        return from;
    }

    @Override
    public Format to() {
        return Format.SLIN;
    }

    @Override
    public @Nullable MediaFrame translate(MediaFrame frame) {
        int count = frame.length();
        if (count > MAX_SAMPLES) {
            return null;
        }
        MemorySegment source = frame.memory();
        MemorySegment target = out.memory();
        long offset = frame.offset();
        for (int i = 0; i < count; i++) {
            short sample = table[source.get(ValueLayout.JAVA_BYTE, offset + i) & 0xFF];
            target.set(Samples.SLIN, (long) i * Samples.SLIN_BYTES, sample);
        }
        return out.frame(count * Samples.SLIN_BYTES, frame.timestampMs());
    }
}
