package org.asterism.iax2.wire;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HexFormat;

/** A frame in the middle of native memory, as in a ring slot: unaligned and with other bytes around it. */
record Datagram(MemorySegment segment, long offset, int length) {
    private static final int MARGIN = 5;
    private static final byte FOREIGN = (byte) 0xEE;

    static Datagram ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    static Datagram of(byte[] bytes) {
        Datagram datagram = room(bytes.length);
        MemorySegment.copy(bytes, 0, datagram.segment, ValueLayout.JAVA_BYTE, datagram.offset, bytes.length);
        return datagram;
    }

    static Datagram room(int length) {
        MemorySegment segment = Arena.ofAuto().allocate(length + 2L * MARGIN);
        segment.fill(FOREIGN);
        return new Datagram(segment, MARGIN, length);
    }

    FullFrame full() {
        return new FullFrame().wrap(segment, offset, length);
    }

    Datagram first(int bytes) {
        return new Datagram(segment, offset, bytes);
    }

    byte[] bytes() {
        return segment.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
    }

    String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    /** Whether nothing was written outside. */
    boolean isIntactAround() {
        byte[] all = segment.toArray(ValueLayout.JAVA_BYTE);
        byte[] margin = new byte[MARGIN];
        Arrays.fill(margin, FOREIGN);
        return Arrays.equals(all, 0, MARGIN, margin, 0, MARGIN)
                && Arrays.equals(all, MARGIN + length, all.length, margin, 0, MARGIN);
    }
}
