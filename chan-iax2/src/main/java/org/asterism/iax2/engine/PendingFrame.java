package org.asterism.iax2.engine;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** A full frame that has not been acknowledged yet, with its bytes in a slot of a {@link FramePool}. */
final class PendingFrame {
    final MemorySegment memory;
    final long offset;
    final int capacity;

    int length;
    int oseqno;
    /** Not sent before the remote's call number is known. */
    boolean needsRemoteCall;
    /** How often it was sent, without answers to VNAK. */
    int transmissions;

    long dueMs;
    int intervalMs;

    /** The next younger frame of the window, or the next free one of the pool. */
    @Nullable
    PendingFrame next;

    PendingFrame(MemorySegment memory, long offset, int capacity) {
        this.memory = memory;
        this.offset = offset;
        this.capacity = capacity;
    }

    void reset(int newLength) {
        length = newLength;
        oseqno = 0;
        needsRemoteCall = false;
        transmissions = 0;
        dueMs = 0;
        intervalMs = 0;
        next = null;
    }
}
