package org.asterism.core.net;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * An array of {@code struct mmsghdr} in native memory, each with an {@code iovec}, a socket address and room for one control
 * message of its own. The pointers are set once; per batch only what differs is written.
 */
final class MessageHeaders {

    /** Bytes set aside for each socket address: a {@code sockaddr_in6} and four more. */
    static final int NAME_BYTES = 32;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

    private static final StructLayout MMSGHDR = MemoryLayout.structLayout(
            LONG.withName("msg_name"),
            INT.withName("msg_namelen"),
            MemoryLayout.paddingLayout(4),
            LONG.withName("msg_iov"),
            LONG.withName("msg_iovlen"),
            LONG.withName("msg_control"),
            LONG.withName("msg_controllen"),
            INT.withName("msg_flags"),
            MemoryLayout.paddingLayout(4),
            INT.withName("msg_len"),
            MemoryLayout.paddingLayout(4));
    private static final StructLayout IOVEC =
            MemoryLayout.structLayout(LONG.withName("iov_base"), LONG.withName("iov_len"));
    /** A {@code cmsghdr} with the two bytes of UDP_SEGMENT, padded as CMSG_SPACE(2) pads them. */
    private static final StructLayout CONTROL = MemoryLayout.structLayout(
            LONG.withName("cmsg_len"),
            INT.withName("cmsg_level"),
            INT.withName("cmsg_type"),
            ValueLayout.JAVA_SHORT.withName("segment"),
            MemoryLayout.paddingLayout(6));

    private static final long HEADER_BYTES = MMSGHDR.byteSize();
    private static final long NAME_LENGTH = MMSGHDR.byteOffset(PathElement.groupElement("msg_namelen"));
    private static final long NAME = MMSGHDR.byteOffset(PathElement.groupElement("msg_name"));
    private static final long VECTOR = MMSGHDR.byteOffset(PathElement.groupElement("msg_iov"));
    private static final long VECTOR_COUNT = MMSGHDR.byteOffset(PathElement.groupElement("msg_iovlen"));
    private static final long CONTROL_AT = MMSGHDR.byteOffset(PathElement.groupElement("msg_control"));
    private static final long CONTROL_LENGTH = MMSGHDR.byteOffset(PathElement.groupElement("msg_controllen"));
    private static final long FLAGS = MMSGHDR.byteOffset(PathElement.groupElement("msg_flags"));
    private static final long LENGTH = MMSGHDR.byteOffset(PathElement.groupElement("msg_len"));
    private static final long VECTOR_BYTES = IOVEC.byteSize();
    private static final long VECTOR_LENGTH = IOVEC.byteOffset(PathElement.groupElement("iov_len"));
    private static final long CONTROL_BYTES = CONTROL.byteSize();
    private static final long SEGMENT = CONTROL.byteOffset(PathElement.groupElement("segment"));
    private static final int ALIGNMENT = 64;

    private final MemorySegment headers;
    private final MemorySegment vectors;
    private final MemorySegment names;
    private final MemorySegment controls;
    private final SocketAddressFormat format;

    MessageHeaders(int count, SocketAddressFormat format) {
        Arena arena = Arena.ofAuto();
        this.format = format;
        this.headers = arena.allocate(HEADER_BYTES * count, ALIGNMENT);
        this.vectors = arena.allocate(VECTOR_BYTES * count, ALIGNMENT);
        this.names = arena.allocate((long) NAME_BYTES * count, ALIGNMENT);
        this.controls = arena.allocate(CONTROL_BYTES * count, ALIGNMENT);
        for (int i = 0; i < count; i++) {
            setName(i, i);
            headers.set(INT, i * HEADER_BYTES + NAME_LENGTH, format.length());
            setVectors(i, i, 1);
            long control = i * CONTROL_BYTES;
            controls.set(LONG, control, SEGMENT + Short.BYTES);
            controls.set(INT, control + LONG.byteSize(), Libc.IPPROTO_UDP);
            controls.set(INT, control + LONG.byteSize() + INT.byteSize(), Libc.UDP_SEGMENT);
        }
    }

    long address(int index) {
        return headers.address() + index * HEADER_BYTES;
    }

    /** Points an {@code iovec} at bytes. */
    void setVector(int vector, long address, int length) {
        vectors.set(LONG, vector * VECTOR_BYTES, address);
        vectors.set(LONG, vector * VECTOR_BYTES + VECTOR_LENGTH, length);
    }

    /** Lets a message gather consecutive vectors. */
    void setVectors(int message, int firstVector, int count) {
        headers.set(LONG, message * HEADER_BYTES + VECTOR, vectors.address() + firstVector * VECTOR_BYTES);
        headers.set(LONG, message * HEADER_BYTES + VECTOR_COUNT, count);
    }

    /** Lets a message go to the address written at a name's place. */
    void setName(int message, int name) {
        headers.set(LONG, message * HEADER_BYTES + NAME, names.address() + (long) name * NAME_BYTES);
    }

    /** Lets the kernel cut a message into datagrams of this many bytes; 0 for a message that is one datagram. */
    void setSegment(int message, int bytes) {
        long header = message * HEADER_BYTES;
        if (bytes == 0) {
            headers.set(LONG, header + CONTROL_AT, 0);
            headers.set(LONG, header + CONTROL_LENGTH, 0);
        } else {
            controls.set(ValueLayout.JAVA_SHORT, message * CONTROL_BYTES + SEGMENT, (short) bytes);
            headers.set(LONG, header + CONTROL_AT, controls.address() + message * CONTROL_BYTES);
            headers.set(LONG, header + CONTROL_LENGTH, CONTROL_BYTES);
        }
    }

    void writeName(int name, long high, long low, int port, int scope) {
        format.write(names, (long) name * NAME_BYTES, high, low, port, scope);
    }

    void readName(int name, Datagram into) {
        format.read(names, (long) name * NAME_BYTES, into);
    }

    /** How many bytes the kernel received for a message. */
    int length(int message) {
        return headers.get(INT, message * HEADER_BYTES + LENGTH);
    }

    /** Whether the kernel had more bytes for a message than fitted. */
    boolean isTruncated(int message) {
        return (headers.get(INT, message * HEADER_BYTES + FLAGS) & Libc.MSG_TRUNC) != 0;
    }
}
