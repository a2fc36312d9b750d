package org.asterism.iax2.wire;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Unaligned big-endian access to datagram memory. Any thread that owns the memory may call it. */
final class NetworkOrder {
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private NetworkOrder() {}

    static int getU8(MemorySegment segment, long offset) {
        return segment.get(ValueLayout.JAVA_BYTE, offset) & 0xFF;
    }

    static int getU16(MemorySegment segment, long offset) {
        return segment.get(SHORT, offset) & 0xFFFF;
    }

    static long getU32(MemorySegment segment, long offset) {
        return segment.get(INT, offset) & 0xFFFF_FFFFL;
    }

    static long getU64(MemorySegment segment, long offset) {
        return segment.get(LONG, offset);
    }

    static void putU8(MemorySegment segment, long offset, int value) {
        segment.set(ValueLayout.JAVA_BYTE, offset, (byte) value);
    }

    static void putU16(MemorySegment segment, long offset, int value) {
        segment.set(SHORT, offset, (short) value);
    }

    static void putU32(MemorySegment segment, long offset, long value) {
        segment.set(INT, offset, (int) value);
    }

    static void putU64(MemorySegment segment, long offset, long value) {
        segment.set(LONG, offset, value);
    }
}
