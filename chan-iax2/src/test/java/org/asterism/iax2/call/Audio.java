package org.asterism.iax2.call;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.asterism.core.media.Format;
import org.asterism.core.media.MediaFrame;
import org.asterism.core.media.MediaSink;
import org.asterism.core.media.MediaSource;
import org.jspecify.annotations.Nullable;

/** A source of numbered frames, and a sink that keeps the numbers and timestamps it gets. */
final class Audio implements MediaSource, MediaSink {
    final List<Integer> numbers = new ArrayList<>();
    final List<Long> timestamps = new ArrayList<>();
    private final Format format;
    private final int frames;
    private final MediaFrame frame = new MediaFrame();
    private final MemorySegment memory;
    private int sent;

    Audio(Format format, int frames) {
        this.format = format;
        this.frames = frames;
        this.memory = Arena.ofAuto().allocate(format.bytesPer20Ms());
    }

    @Override
    public @Nullable MediaFrame next() {
        if (sent == frames) {
            return null;
        }
        memory.set(ValueLayout.JAVA_INT_UNALIGNED, 0, sent++);
        return frame.wrap(format, memory, 0, (int) memory.byteSize(), 20L * sent);
    }

    @Override
    public Format format() {
        return format;
    }

    @Override
    public void onFrame(MediaFrame heard) {
        numbers.add(heard.memory().get(ValueLayout.JAVA_INT_UNALIGNED, heard.offset()));
        timestamps.add(heard.timestampMs());
    }
}
