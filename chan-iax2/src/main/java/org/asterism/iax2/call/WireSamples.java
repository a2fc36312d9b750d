package org.asterism.iax2.call;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** 8 kHz signed linear audio is big-endian on the wire and little-endian in the switch. */
final class WireSamples {
    private static final ValueLayout.OfShort SAMPLE = ValueLayout.JAVA_SHORT_UNALIGNED;

    private WireSamples() {}

    /** Changes the byte order of samples where they are; an odd last byte stays. */
    static void swap(MemorySegment memory, long offset, int length) {
        for (int i = 0; i + 1 < length; i += Short.BYTES) {
            memory.set(SAMPLE, offset + i, Short.reverseBytes(memory.get(SAMPLE, offset + i)));
        }
    }
}
