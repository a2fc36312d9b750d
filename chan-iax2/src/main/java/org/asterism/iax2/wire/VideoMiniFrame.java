package org.asterism.iax2.wire;

import java.lang.foreign.MemorySegment;

/**
 * Flyweight over a video mini frame (RFC 5456 section 8.1.3.1).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-------------------------------+-+-----------------------------+
 * |               0               |1|     source call number      |
 * +-+-----------------------------+-+-----------------------------+
 * |M|low 15 bits of the timestamp |
 * +-+-----------------------------+
 * </pre>
 *
 * <p>Not thread safe.
 */
public final class VideoMiniFrame extends Flyweight {
    /** Length of the header in bytes. */
    public static final int HEADER_LENGTH = 6;

    private static final int CALL_OFFSET = 2;
    private static final int TIMESTAMP_OFFSET = 4;
    private static final int FLAG = 0x8000;

    /**
     * Points this flyweight at a frame, or at room for one of that length.
     *
     * @param newSegment memory that holds it.
     * @param newOffset  where it begins.
     * @param newLength  its length in bytes, header included.
     * @return this.
     * @throws IllegalArgumentException if the length is below {@link #HEADER_LENGTH}.
     */
    public VideoMiniFrame wrap(MemorySegment newSegment, long newOffset, int newLength) {
        wrap(newSegment, newOffset, newLength, HEADER_LENGTH);
        return this;
    }

    @Override
    int headerLength() {
        return HEADER_LENGTH;
    }

    /** Call number of the sender, 15 bits. */
    public int sourceCall() {
        return NetworkOrder.getU16(segment, offset + CALL_OFFSET) & FullFrame.MAX_CALL_NUMBER;
    }

    /** Sets the sender's call number and the bits that make this a video mini frame. */
    public VideoMiniFrame sourceCall(int callNumber) {
        NetworkOrder.putU16(segment, offset, 0);
        NetworkOrder.putU16(segment, offset + CALL_OFFSET, FLAG | (callNumber & FullFrame.MAX_CALL_NUMBER));
        return this;
    }

    /** Low 15 bits of the timestamp in ms: {@link Timestamps#unwrapVideo} finds the others. */
    public int timestamp() {
        return NetworkOrder.getU16(segment, offset + TIMESTAMP_OFFSET) & ~FLAG;
    }

    /** Sets the timestamp, of which only the low 15 bits are sent, and clears the mark: call {@link #mark} after it. */
    public VideoMiniFrame timestamp(long timestampMs) {
        NetworkOrder.putU16(segment, offset + TIMESTAMP_OFFSET, (int) timestampMs & ~FLAG);
        return this;
    }

    /** Whether this is the last frame of a picture. */
    public boolean mark() {
        return NetworkOrder.getU16(segment, offset + TIMESTAMP_OFFSET) >= FLAG;
    }

    /** Sets or clears the mark. */
    public VideoMiniFrame mark(boolean mark) {
        NetworkOrder.putU16(segment, offset + TIMESTAMP_OFFSET, timestamp() | (mark ? FLAG : 0));
        return this;
    }
}
