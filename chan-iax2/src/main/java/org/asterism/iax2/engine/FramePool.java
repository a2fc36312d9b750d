package org.asterism.iax2.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Native memory for frames that wait for their acknowledgement, in two sizes, used again and again. Native because the flyweights
 * see received datagrams through the same code, and that stays fast only while there is one kind of memory.
 */
final class FramePool implements AutoCloseable {
    /** Longest frame, in bytes. */
    static final int MAX_LENGTH = 2048;

    private static final int SMALL_LENGTH = 128;
    private static final int SLAB_LENGTH = 1 << 16;

    private final Arena arena = Arena.ofShared();
    private @Nullable PendingFrame small;
    private @Nullable PendingFrame large;

    /**
     * Takes a frame.
     *
     * @param length in bytes, at most {@link #MAX_LENGTH}
     * @param room   how much it may grow by, in bytes
     */
    PendingFrame take(int length, int room) {
        if (length + room > MAX_LENGTH) {
            throw new IllegalArgumentException("a frame of " + (length + room) + " bytes");
        }
        boolean fitsSmall = length + room <= SMALL_LENGTH;
        PendingFrame frame = fitsSmall ? small : large;
        if (frame == null) {
            frame = cut(fitsSmall ? SMALL_LENGTH : MAX_LENGTH);
        }
        if (fitsSmall) {
            small = frame.next;
        } else {
            large = frame.next;
        }
        frame.reset(length);
        return frame;
    }

    /** Gives a frame back. */
    void give(PendingFrame frame) {
        if (frame.capacity == SMALL_LENGTH) {
            frame.next = small;
            small = frame;
        } else {
            frame.next = large;
            large = frame;
        }
    }

    /** Cuts a new slab into frames chained to each other. */
    private PendingFrame cut(int capacity) {
        MemorySegment slab = arena.allocate(SLAB_LENGTH, Long.BYTES);
        PendingFrame first = null;
        for (int offset = SLAB_LENGTH - capacity; offset >= 0; offset -= capacity) {
            PendingFrame frame = new PendingFrame(slab, offset, capacity);
            frame.next = first;
            first = frame;
        }
        if (first == null) {
            throw new IllegalStateException("a slab holds no frame of " + capacity + " bytes");
        }
        return first;
    }

    @Override
    public void close() {
        small = null;
        large = null;
        arena.close();
    }
}
