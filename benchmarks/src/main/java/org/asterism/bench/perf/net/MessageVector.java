package org.asterism.bench.perf.net;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * {@code struct mmsghdr[]} of 64-bit Linux in native memory, each with one {@code iovec}, an IPv4 address and room for control
 * messages. Offsets are the same on x86-64 and aarch64.
 */
final class MessageVector {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final ValueLayout.OfInt BIG_INT = INT.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfShort BIG_SHORT = ValueLayout.JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);

    private static final int HEADER_BYTES = 64;
    private static final int NAME = 0;
    private static final int NAME_LENGTH = 8;
    private static final int VECTOR = 16;
    private static final int VECTOR_COUNT = 24;
    private static final int CONTROL = 32;
    private static final int CONTROL_LENGTH = 40;
    private static final int MESSAGE_LENGTH = 56;
    private static final int VECTOR_BYTES = 16;
    private static final int NAME_BYTES = 16;
    private static final int PORT = 2;
    private static final int ADDRESS = 4;

    // struct cmsghdr and what follows it.
    private static final int CONTROL_BYTES = 128;
    private static final int CMSG_LEVEL = 8;
    private static final int CMSG_TYPE = 12;
    private static final int CMSG_DATA = 16;
    private static final int PKTINFO_BYTES = 12;
    private static final int PKTINFO_SPEC_DST = 4;
    private static final int PKTINFO_ADDR = 8;
    private static final int PKTINFO_SPACE = 32;
    private static final int SEGMENT_SPACE = 24;

    private final MemorySegment headers;
    private final MemorySegment vectors;
    private final MemorySegment names;
    private final MemorySegment controls;

    MessageVector(int count) {
        Arena arena = Arena.ofAuto();
        headers = arena.allocate((long) HEADER_BYTES * count, HEADER_BYTES);
        vectors = arena.allocate((long) VECTOR_BYTES * count, HEADER_BYTES);
        names = arena.allocate((long) NAME_BYTES * count, HEADER_BYTES);
        controls = arena.allocate((long) CONTROL_BYTES * count, HEADER_BYTES);
        for (int i = 0; i < count; i++) {
            long header = header(i);
            headers.set(LONG, header + NAME, names.address() + (long) i * NAME_BYTES);
            headers.set(INT, header + NAME_LENGTH, NAME_BYTES);
            headers.set(LONG, header + VECTOR, vectors.address() + (long) i * VECTOR_BYTES);
            headers.set(LONG, header + VECTOR_COUNT, 1);
            headers.set(LONG, header + CONTROL, controls.address() + (long) i * CONTROL_BYTES);
        }
    }

    long address(int index) {
        return headers.address() + header(index);
    }

    void setBytes(int index, long address, long length) {
        vectors.set(LONG, (long) index * VECTOR_BYTES, address);
        vectors.set(LONG, (long) index * VECTOR_BYTES + Long.BYTES, length);
    }

    /** Makes a header ready to be received into. */
    void expect(int index) {
        headers.set(INT, header(index) + NAME_LENGTH, NAME_BYTES);
        headers.set(LONG, header(index) + CONTROL_LENGTH, CONTROL_BYTES);
    }

    void setName(int index, int address, int port) {
        long at = (long) index * NAME_BYTES;
        names.set(ValueLayout.JAVA_SHORT, at, (short) SystemCalls.AF_INET);
        names.set(BIG_SHORT, at + PORT, (short) port);
        names.set(BIG_INT, at + ADDRESS, address);
    }

    /**
     * Writes the control messages of a message to send.
     *
     * @param source       the address it comes from, 0 to leave that to the system
     * @param segmentBytes how the kernel cuts it into datagrams, 0 for one datagram
     */
    void setControl(int index, int source, int segmentBytes) {
        long at = (long) index * CONTROL_BYTES;
        int used = 0;
        if (source != 0) {
            cmsg(at, CMSG_DATA + PKTINFO_BYTES, SystemCalls.IPPROTO_IP, SystemCalls.IP_PKTINFO);
            controls.set(INT, at + CMSG_DATA, 0);
            controls.set(BIG_INT, at + CMSG_DATA + PKTINFO_SPEC_DST, source);
            controls.set(INT, at + CMSG_DATA + PKTINFO_ADDR, 0);
            used = PKTINFO_SPACE;
        }
        if (segmentBytes != 0) {
            cmsg(at + used, CMSG_DATA + Short.BYTES, SystemCalls.IPPROTO_UDP, SystemCalls.UDP_SEGMENT);
            controls.set(ValueLayout.JAVA_SHORT, at + used + CMSG_DATA, (short) segmentBytes);
            used += SEGMENT_SPACE;
        }
        headers.set(LONG, header(index) + CONTROL_LENGTH, used);
    }

    int receivedBytes(int index) {
        return headers.get(INT, header(index) + MESSAGE_LENGTH);
    }

    /**
     * Reads source, local address and arrival time of a received message.
     *
     * @return how long the datagrams are that the kernel joined; 0 if it is one datagram
     */
    int read(int index, Arrival into) {
        long name = (long) index * NAME_BYTES;
        into.sourcePort = Short.toUnsignedInt(names.get(BIG_SHORT, name + PORT));
        into.sourceAddress = names.get(BIG_INT, name + ADDRESS);
        long at = (long) index * CONTROL_BYTES;
        long end = at + headers.get(LONG, header(index) + CONTROL_LENGTH);
        int segmentBytes = 0;
        while (at + CMSG_DATA <= end) {
            long length = controls.get(LONG, at);
            if (length < CMSG_DATA) {
                break;
            }
            int level = controls.get(INT, at + CMSG_LEVEL);
            int type = controls.get(INT, at + CMSG_TYPE);
            if (level == SystemCalls.IPPROTO_IP && type == SystemCalls.IP_PKTINFO) {
                into.localAddress = controls.get(BIG_INT, at + CMSG_DATA + PKTINFO_ADDR);
            } else if (level == SystemCalls.IPPROTO_UDP && type == SystemCalls.UDP_GRO) {
                segmentBytes = controls.get(INT, at + CMSG_DATA);
            } else if (level == SystemCalls.SOL_SOCKET && type == SystemCalls.SO_TIMESTAMPNS) {
                into.arrivedNs = controls.get(LONG, at + CMSG_DATA) * 1_000_000_000L
                        + controls.get(LONG, at + CMSG_DATA + Long.BYTES);
            }
            at += (length + Long.BYTES - 1) & -Long.BYTES;
        }
        return segmentBytes;
    }

    private void cmsg(long at, int length, int level, int type) {
        controls.set(LONG, at, length);
        controls.set(INT, at + CMSG_LEVEL, level);
        controls.set(INT, at + CMSG_TYPE, type);
    }

    private static long header(int index) {
        return (long) index * HEADER_BYTES;
    }
}
