package org.asterism.iax2.wire;

import java.lang.foreign.MemorySegment;

/**
 * The five shapes of datagram (RFC 5456 section 8.1), told apart by the first four bytes. Constants instead of an
 * enum because each datagram passes here.
 */
public final class FrameKind {
    /** Too short for what its first bytes announce: to be dropped and counted. */
    public static final int MALFORMED = 0;
    /** {@link FullFrame}. */
    public static final int FULL = 1;
    /** {@link MiniFrame}. */
    public static final int MINI = 2;
    /** {@link VideoMiniFrame}. */
    public static final int VIDEO_MINI = 3;
    /** {@link TrunkFrame}. */
    public static final int TRUNK = 4;
    /** A meta frame that is neither video nor one of the two trunk forms: nothing to do but drop and count it. */
    public static final int UNKNOWN_META = 5;

    /** The number of kinds, for tables indexed by kind. */
    public static final int COUNT = 6;

    private static final int META_COMMAND_OFFSET = 2;
    private static final int META_DATA_OFFSET = 3;
    private static final int META_TRUNK = 1;

    private FrameKind() {}

    /**
     * Classifies one datagram. Every kind but {@link #MALFORMED} guarantees that the header of its flyweight is there.
     *
     * @param segment memory that holds the datagram.
     * @param offset  where it begins.
     * @param length  its length in bytes.
     * @return one of the constants above.
     */
    public static int of(MemorySegment segment, long offset, int length) {
        if (length < MiniFrame.HEADER_LENGTH) {
            return MALFORMED;
        }
        int first = NetworkOrder.getU16(segment, offset);
        if (first >= 0x8000) {
            return length < FullFrame.HEADER_LENGTH ? MALFORMED : FULL;
        }
        return first != 0 ? MINI : ofMeta(segment, offset, length);
    }

    private static int ofMeta(MemorySegment segment, long offset, int length) {
        int command = NetworkOrder.getU8(segment, offset + META_COMMAND_OFFSET);
        if (command >= 0x80) {
            return length < VideoMiniFrame.HEADER_LENGTH ? MALFORMED : VIDEO_MINI;
        }
        if (command != META_TRUNK
                || NetworkOrder.getU8(segment, offset + META_DATA_OFFSET) > TrunkFrame.FORM_TIMESTAMPS) {
            return UNKNOWN_META;
        }
        return length < TrunkFrame.HEADER_LENGTH ? MALFORMED : TRUNK;
    }
}
