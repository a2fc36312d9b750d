package org.asterism.core.net;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** How a socket of one family writes addresses: {@code struct sockaddr_in} or {@code sockaddr_in6}. */
enum SocketAddressFormat {
    /** IPv4 sockets. */
    IPV4(Libc.AF_INET, 16) {
        @Override
        void write(MemorySegment memory, long at, long high, long low, int port, int scope) {
            memory.set(ValueLayout.JAVA_SHORT, at, (short) Libc.AF_INET);
            memory.set(BIG_ENDIAN_SHORT, at + PORT, (short) port);
            memory.set(BIG_ENDIAN_INT, at + IPV4_ADDRESS, (int) low);
        }

        @Override
        void read(MemorySegment memory, long at, Datagram into) {
            into.sourcePort = Short.toUnsignedInt(memory.get(BIG_ENDIAN_SHORT, at + PORT));
            into.sourceHigh = 0;
            into.sourceLow = MAPPED | Integer.toUnsignedLong(memory.get(BIG_ENDIAN_INT, at + IPV4_ADDRESS));
            into.sourceScope = 0;
        }
    },

    /** IPv6 sockets, which write IPv4 addresses as IPv4-mapped ones. */
    IPV6(Libc.AF_INET6, 28) {
        @Override
        void write(MemorySegment memory, long at, long high, long low, int port, int scope) {
            memory.set(ValueLayout.JAVA_SHORT, at, (short) Libc.AF_INET6);
            memory.set(BIG_ENDIAN_SHORT, at + PORT, (short) port);
            memory.set(BIG_ENDIAN_INT, at + IPV6_FLOW, 0);
            memory.set(BIG_ENDIAN_LONG, at + IPV6_HIGH, high);
            memory.set(BIG_ENDIAN_LONG, at + IPV6_LOW, low);
            memory.set(ValueLayout.JAVA_INT, at + IPV6_SCOPE, scope);
        }

        @Override
        void read(MemorySegment memory, long at, Datagram into) {
            into.sourcePort = Short.toUnsignedInt(memory.get(BIG_ENDIAN_SHORT, at + PORT));
            into.sourceHigh = memory.get(BIG_ENDIAN_LONG, at + IPV6_HIGH);
            into.sourceLow = memory.get(BIG_ENDIAN_LONG, at + IPV6_LOW);
            into.sourceScope = memory.get(ValueLayout.JAVA_INT, at + IPV6_SCOPE);
        }
    };

    private static final ValueLayout.OfShort BIG_ENDIAN_SHORT = ValueLayout.JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt BIG_ENDIAN_INT = ValueLayout.JAVA_INT.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong BIG_ENDIAN_LONG = ValueLayout.JAVA_LONG.withOrder(ByteOrder.BIG_ENDIAN);
    private static final long MAPPED = 0xFFFF_0000_0000L;
    private static final int PORT = 2;
    private static final int IPV4_ADDRESS = 4;
    private static final int IPV6_FLOW = 4;
    private static final int IPV6_HIGH = 8;
    private static final int IPV6_LOW = 16;
    private static final int IPV6_SCOPE = 24;

    private final int family;
    private final int length;

    SocketAddressFormat(int family, int length) {
        this.family = family;
        this.length = length;
    }

    static SocketAddressFormat of(PeerAddress local) {
        return local.isIpv4() ? IPV4 : IPV6;
    }

    int family() {
        return family;
    }

    /** {@return the length of the structure, in bytes} */
    int length() {
        return length;
    }

    /** Writes a structure at an address that is a multiple of eight. */
    abstract void write(MemorySegment memory, long at, long high, long low, int port, int scope);

    /** Reads a structure into the source fields of a datagram. */
    abstract void read(MemorySegment memory, long at, Datagram into);
}
