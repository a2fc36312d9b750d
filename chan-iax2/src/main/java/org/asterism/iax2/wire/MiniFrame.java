package org.asterism.iax2.wire;

import java.lang.foreign.MemorySegment;

/**
 * Flyweight over an audio mini frame (RFC 5456 section 8.1.2): unreliable, in the codec of the sender's last full
 * VOICE frame.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-----------------------------+-------------------------------+
 * |0|     source call number      |  low 16 bits of the timestamp |
 * +-+-----------------------------+-------------------------------+
 * </pre>
 *
 * <p>Not thread safe.
 */
public final class MiniFrame extends Flyweight {
    /** Length of the header in bytes. */
    public static final int HEADER_LENGTH = 4;

    private static final int TIMESTAMP_OFFSET = 2;

    /**
     * Points this flyweight at a frame, or at room for one of that length.
     *
     * @param newSegment memory that holds it.
     * @param newOffset  where it begins.
     * @param newLength  its length in bytes, header included.
     * @return this.
     * @throws IllegalArgumentException if the length is below {@link #HEADER_LENGTH}.
     */
    public MiniFrame wrap(MemorySegment newSegment, long newOffset, int newLength) {
        wrap(newSegment, newOffset, newLength, HEADER_LENGTH);
        return this;
    }

    @Override
    int headerLength() {
        return HEADER_LENGTH;
    }

    /** Call number of the sender, 15 bits, never 0. */
    public int sourceCall() {
        return NetworkOrder.getU16(segment, offset) & FullFrame.MAX_CALL_NUMBER;
    }

    /** Sets the sender's call number; 0 would make this a meta frame. */
    public MiniFrame sourceCall(int callNumber) {
        NetworkOrder.putU16(segment, offset, callNumber & FullFrame.MAX_CALL_NUMBER);
        return this;
    }

    /** Low 16 bits of the timestamp in ms: {@link Timestamps#unwrapAudio} finds the others. */
    public int timestamp() {
        return NetworkOrder.getU16(segment, offset + TIMESTAMP_OFFSET);
    }

    /** Sets the timestamp; only the low 16 bits are sent. */
    public MiniFrame timestamp(long timestampMs) {
        NetworkOrder.putU16(segment, offset + TIMESTAMP_OFFSET, (int) timestampMs);
        return this;
    }
}
