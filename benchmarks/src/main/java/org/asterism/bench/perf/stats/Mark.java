package org.asterism.bench.perf.stats;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * What the generator writes at the beginning of a frame's payload, to know it again when it comes back or out at the far end: which
 * stream, which frame, when it was sent, and whether it counts. A server that relays does not look at it; one that translates codecs
 * destroys it.
 */
public final class Mark {
    /** Bytes it takes; a payload must not be shorter. */
    public static final int BYTES = 20;

    private static final short MAGIC = (short) 0xA57E;
    private static final int COUNTED = 2;
    private static final int STREAM = 4;
    private static final int SEQUENCE = 8;
    private static final int SENT = 12;

    private Mark() {}

    /**
     * Writes a mark.
     *
     * @param memory   of the frame
     * @param offset   of its payload
     * @param counted  whether the frame belongs to the time that is measured
     * @param stream   number of the {@link MediaStream}
     * @param sequence number of the frame in it
     * @param sentNs   now, in ns
     */
    public static void write(
            MemorySegment memory, long offset, boolean counted, int stream, int sequence, long sentNs) {
        memory.set(ValueLayout.JAVA_SHORT_UNALIGNED, offset, MAGIC);
        memory.set(ValueLayout.JAVA_SHORT_UNALIGNED, offset + COUNTED, (short) (counted ? 1 : 0));
        memory.set(ValueLayout.JAVA_INT_UNALIGNED, offset + STREAM, stream);
        memory.set(ValueLayout.JAVA_INT_UNALIGNED, offset + SEQUENCE, sequence);
        memory.set(ValueLayout.JAVA_LONG_UNALIGNED, offset + SENT, sentNs);
    }

    /**
     * Whether there is a mark.
     *
     * @param memory of the frame
     * @param offset of its payload
     * @param length of its payload
     * @return false if it is something else, such as an announcement of the server
     */
    public static boolean isAt(MemorySegment memory, long offset, int length) {
        return length >= BYTES && memory.get(ValueLayout.JAVA_SHORT_UNALIGNED, offset) == MAGIC;
    }

    /**
     * Reads whether the frame counts.
     *
     * @param memory of the frame
     * @param offset of its payload
     * @return as {@link #write} was told
     */
    public static boolean counted(MemorySegment memory, long offset) {
        return memory.get(ValueLayout.JAVA_SHORT_UNALIGNED, offset + COUNTED) != 0;
    }

    /**
     * Reads the stream's number.
     *
     * @param memory of the frame
     * @param offset of its payload
     * @return as {@link #write} was told, if nobody has changed it
     */
    public static int stream(MemorySegment memory, long offset) {
        return memory.get(ValueLayout.JAVA_INT_UNALIGNED, offset + STREAM);
    }

    /**
     * Reads the frame's number.
     *
     * @param memory of the frame
     * @param offset of its payload
     * @return as {@link #write} was told
     */
    public static int sequence(MemorySegment memory, long offset) {
        return memory.get(ValueLayout.JAVA_INT_UNALIGNED, offset + SEQUENCE);
    }

    /**
     * Reads when it was sent.
     *
     * @param memory of the frame
     * @param offset of its payload
     * @return as {@link #write} was told, in ns
     */
    public static long sentNs(MemorySegment memory, long offset) {
        return memory.get(ValueLayout.JAVA_LONG_UNALIGNED, offset + SENT);
    }
}
