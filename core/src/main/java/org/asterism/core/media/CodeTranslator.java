package org.asterism.core.media;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/** Between the two codes of G.711: a byte for a byte. */
final class CodeTranslator implements Translator {
    private final Format from;
    private final byte[] table;
    private final FrameBuffer out;

    CodeTranslator(Format from, Format to, byte[] table) {
        this.from = from;
        this.table = table;
        this.out = new FrameBuffer(to, MAX_SAMPLES);
    }

    @Override
    public Format from() {
        return from;
    }

    @Override
    public Format to() {
        return out.format();
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
            target.set(ValueLayout.JAVA_BYTE, i, table[source.get(ValueLayout.JAVA_BYTE, offset + i) & 0xFF]);
        }
        return out.frame(count, frame.timestampMs());
    }
}
