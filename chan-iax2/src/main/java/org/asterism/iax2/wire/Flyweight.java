package org.asterism.iax2.wire;

import java.lang.foreign.MemorySegment;

/** A window on one frame in memory that belongs to somebody else. Not thread safe: one per thread, wrapped again and again. */
abstract class Flyweight {
    MemorySegment segment = MemorySegment.NULL;
    long offset;
    int length;

    /** Mostly it is the same memory again: storing the reference each time would cost a collector's barrier. */
    @SuppressWarnings({"ReferenceEquality", "MemorySegmentReferenceEquality"})
    final void wrap(MemorySegment newSegment, long newOffset, int newLength, int headerLength) {
        if (newLength < headerLength) {
            throw new IllegalArgumentException("frame of " + newLength + " bytes, header needs " + headerLength);
        }
        if (segment != newSegment) {
            segment = newSegment;
        }
        offset = newOffset;
        length = newLength;
    }

    /** The memory the frame lies in. */
    public final MemorySegment segment() {
        return segment;
    }

    /** Where the frame begins in {@link #segment()}. */
    public final long offset() {
        return offset;
    }

    /** Length of the frame in bytes, header included. */
    public final int length() {
        return length;
    }

    /** Length of the header in bytes. */
    abstract int headerLength();

    /** Where the payload begins in {@link #segment()}. */
    public final long payloadOffset() {
        return offset + headerLength();
    }

    /** Length of the payload in bytes; may be 0. */
    public final int payloadLength() {
        return length - headerLength();
    }
}
