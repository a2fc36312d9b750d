package org.asterism.core.media;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/** From linear samples to a code of G.711. */
final class Compressor implements Translator {
    private final byte[] table;
    private final int shift;
    private final FrameBuffer out;

    /**
     * @param to    the code
     * @param table codes by the upper bits of a sample
     * @param shift how many lower bits do not count
     */
    Compressor(Format to, byte[] table, int shift) {
        this.table = table;
        this.shift = shift;
        this.out = new FrameBuffer(to, MAX_SAMPLES);
    }

    @Override
    public Format from() {
        return Format.SLIN;
    }

    @Override
    public Format to() {
        return out.format();
    }

    @Override
    public @Nullable MediaFrame translate(MediaFrame frame) {
        int count = frame.length() / Samples.SLIN_BYTES;
        if (count > MAX_SAMPLES) {
            return null;
        }
        MemorySegment source = frame.memory();
        MemorySegment target = out.memory();
        long offset = frame.offset();
        for (int i = 0; i < count; i++) {
            int sample = source.get(Samples.SLIN, offset + (long) i * Samples.SLIN_BYTES) & 0xFFFF;
            target.set(ValueLayout.JAVA_BYTE, i, table[sample >> shift]);
        }
        return out.frame(count, frame.timestampMs());
    }
}
