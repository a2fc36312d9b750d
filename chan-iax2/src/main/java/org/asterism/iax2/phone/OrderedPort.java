package org.asterism.iax2.phone;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.asterism.core.media.Format;
import org.asterism.core.media.MediaFrame;
import org.asterism.core.media.MediaLoop;
import org.asterism.core.media.MediaPort;
import org.asterism.core.media.MediaSink;
import org.asterism.core.media.MediaSource;
import org.jspecify.annotations.Nullable;

/**
 * A port whose listener gets frames in the order they were sent in, as far as a few frames of patience allow. Servers with many threads
 * change the order, and a recording should not show it.
 */
final class OrderedPort implements MediaPort {
    private static final int PATIENCE_FRAMES = 5;
    private static final int LONGEST_FRAME = 1500;

    private final MediaPort port;
    private @Nullable Sorter sorter;

    OrderedPort(MediaPort port) {
        this.port = port;
    }

    @Override
    public void listen(@Nullable MediaSink sink) {
        sorter = sink == null ? null : new Sorter(sink);
        port.listen(sorter);
    }

    /** Gives the listener what is held back. Only on {@link #loop}. */
    void flush() {
        Sorter present = sorter;
        while (present != null && present.count > 0) {
            present.release();
        }
    }

    @Override
    public MediaLoop loop() {
        return port.loop();
    }

    @Override
    public Format format() {
        return port.format();
    }

    @Override
    public void play(@Nullable MediaSource source, int number) {
        port.play(source, number);
    }

    @Override
    public void write(MediaFrame frame) {
        port.write(frame);
    }

    @Override
    public boolean relay(MediaPort other) {
        return false;
    }

    @Override
    public void endRelay() {
        port.endRelay();
    }

    /** Holds the youngest frames back; what is late for its turn is left out. */
    private static final class Sorter implements MediaSink {
        private final MediaSink sink;
        private final MediaFrame[] held = new MediaFrame[PATIENCE_FRAMES];
        private final MemorySegment[] memory = new MemorySegment[PATIENCE_FRAMES];
        private int count;
        private long lastMs = Long.MIN_VALUE;

        Sorter(MediaSink sink) {
            this.sink = sink;
            for (int i = 0; i < PATIENCE_FRAMES; i++) {
                held[i] = new MediaFrame();
                memory[i] = Arena.ofAuto().allocate(LONGEST_FRAME);
            }
        }

        @Override
        public void onFrame(MediaFrame frame) {
            if (frame.timestampMs() <= lastMs || frame.length() > LONGEST_FRAME) {
                return;
            }
            if (count == PATIENCE_FRAMES) {
                release();
            }
            int place = count++;
            while (place > 0 && held[place - 1].timestampMs() > frame.timestampMs()) {
                swap(place, place - 1);
                place--;
            }
            MemorySegment.copy(frame.memory(), frame.offset(), memory[place], 0, frame.length());
            held[place].wrap(frame.format(), memory[place], 0, frame.length(), frame.timestampMs());
        }

        private void release() {
            lastMs = held[0].timestampMs();
            sink.onFrame(held[0]);
            for (int i = 1; i < count; i++) {
                swap(i - 1, i);
            }
            count--;
        }

        private void swap(int a, int b) {
            MediaFrame frame = held[a];
            held[a] = held[b];
            held[b] = frame;
            MemorySegment segment = memory[a];
            memory[a] = memory[b];
            memory[b] = segment;
        }
    }
}
