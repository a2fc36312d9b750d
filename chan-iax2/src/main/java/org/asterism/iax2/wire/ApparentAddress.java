package org.asterism.iax2.wire;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * The APPARENT ADDRESS element (RFC 5456 section 8.6.17): a socket address as little-endian Linux lays it out, whatever
 * this machine is, since that is what all peers send.
 *
 * <pre>
 * IPv4, 16 bytes: 02 00 | port (16) | address (32) | 8 bytes 0
 * IPv6, 28 bytes: 0a 00 | port (16) | flow (32) | address (128) | scope (32)
 * </pre>
 */
public final class ApparentAddress {
    /** Length of an IPv4 address element in bytes. */
    public static final int IPV4_LENGTH = 16;
    /** Length of an IPv6 address element in bytes. */
    public static final int IPV6_LENGTH = 28;

    private static final long MAPPED_IPV4 = 0xFFFFL;
    private static final int FAMILY_IPV4 = 0x0200;
    private static final int FAMILY_IPV6 = 0x0A00;
    private static final int PORT_OFFSET = 2;
    private static final int IPV4_ADDRESS_OFFSET = 4;
    private static final int IPV4_ADDRESS_LENGTH = 4;
    private static final int IPV6_ADDRESS_OFFSET = 8;
    private static final int IPV6_ADDRESS_LENGTH = 16;

    private ApparentAddress() {}

    /** Length in bytes of the element for that address. */
    public static int length(InetSocketAddress address) {
        return address.getAddress() instanceof Inet6Address ? IPV6_LENGTH : IPV4_LENGTH;
    }

    /**
     * Writes an address.
     *
     * @param address resolved address.
     * @param segment memory to write {@link #length} bytes to.
     * @param offset  where to begin.
     * @throws IllegalArgumentException if the address is a host name that was not resolved.
     */
    public static void encode(InetSocketAddress address, MemorySegment segment, long offset) {
        InetAddress host = address.getAddress();
        if (host == null) {
            throw new IllegalArgumentException("unresolved address " + address);
        }
        boolean wide = host instanceof Inet6Address;
        segment.asSlice(offset, length(address)).fill((byte) 0);
        NetworkOrder.putU16(segment, offset, wide ? FAMILY_IPV6 : FAMILY_IPV4);
        NetworkOrder.putU16(segment, offset + PORT_OFFSET, address.getPort());
        byte[] bytes = host.getAddress();
        long at = offset + (wide ? IPV6_ADDRESS_OFFSET : IPV4_ADDRESS_OFFSET);
        MemorySegment.copy(bytes, 0, segment, ValueLayout.JAVA_BYTE, at, bytes.length);
    }

    /** As {@link #length(InetSocketAddress)} for an address in two halves, IPv4 as it is mapped into IPv6. */
    static int length(long high, long low) {
        return isIpv4(high, low) ? IPV4_LENGTH : IPV6_LENGTH;
    }

    /** As {@link #encode(InetSocketAddress, MemorySegment, long)} for an address in two halves. */
    static void encode(long high, long low, int port, MemorySegment segment, long offset) {
        boolean wide = !isIpv4(high, low);
        NetworkOrder.putU16(segment, offset, wide ? FAMILY_IPV6 : FAMILY_IPV4);
        NetworkOrder.putU16(segment, offset + PORT_OFFSET, port);
        if (wide) {
            NetworkOrder.putU32(segment, offset + IPV4_ADDRESS_OFFSET, 0);
            NetworkOrder.putU64(segment, offset + IPV6_ADDRESS_OFFSET, high);
            NetworkOrder.putU64(segment, offset + IPV6_ADDRESS_OFFSET + Long.BYTES, low);
            NetworkOrder.putU32(segment, offset + IPV6_LENGTH - Integer.BYTES, 0);
        } else {
            NetworkOrder.putU32(segment, offset + IPV4_ADDRESS_OFFSET, low & 0xFFFF_FFFFL);
            NetworkOrder.putU64(segment, offset + IPV4_LENGTH - Long.BYTES, 0);
        }
    }

    private static boolean isIpv4(long high, long low) {
        return high == 0 && low >>> Integer.SIZE == MAPPED_IPV4;
    }

    /**
     * Reads an address. The IPv6 flow and scope mean nothing on another machine and are dropped.
     *
     * @param segment memory that holds the element's data.
     * @param offset  where it begins.
     * @param length  its length in bytes.
     * @return null if the length does not fit the family.
     */
    public static @Nullable InetSocketAddress decode(MemorySegment segment, long offset, int length) {
        if (length < PORT_OFFSET) {
            return null;
        }
        int family = NetworkOrder.getU16(segment, offset);
        byte[] address;
        if (family == FAMILY_IPV4 && length == IPV4_LENGTH) {
            address = new byte[IPV4_ADDRESS_LENGTH];
        } else if (family == FAMILY_IPV6 && length == IPV6_LENGTH) {
            address = new byte[IPV6_ADDRESS_LENGTH];
        } else {
            return null;
        }
        long at = offset + (address.length == IPV4_ADDRESS_LENGTH ? IPV4_ADDRESS_OFFSET : IPV6_ADDRESS_OFFSET);
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, at, address, 0, address.length);
        try {
            return new InetSocketAddress(
                    InetAddress.getByAddress(address), NetworkOrder.getU16(segment, offset + PORT_OFFSET));
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible); // thrown for other lengths than 4 and 16 only
        }
    }
}
