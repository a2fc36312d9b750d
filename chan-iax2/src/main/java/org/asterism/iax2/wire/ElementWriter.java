package org.asterism.iax2.wire;

import static org.asterism.iax2.wire.NetworkOrder.getU8;
import static org.asterism.iax2.wire.NetworkOrder.putU8;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.asterism.iax2.wire.InformationElement.Encoding;

/**
 * Appends information elements (RFC 5456 section 8.6) to a frame. The list is at most {@link #MAX_LIST_LENGTH} bytes
 * long, as in Asterisk; an element that does not fit is left out whole and {@link #isOverflowed} says so: check it
 * before sending. Not thread safe.
 */
public final class ElementWriter {
    /** Most bytes in a list of elements. */
    public static final int MAX_LIST_LENGTH = 1024;

    private static final int ELEMENT_HEADER_LENGTH = 2;
    private static final int VERSION = 0;

    private MemorySegment segment = MemorySegment.NULL;
    private long offset;
    private int capacity;
    private int length;
    private boolean overflowed;

    /**
     * Begins an empty list.
     *
     * @param newSegment  memory to write to.
     * @param newOffset   where the list begins.
     * @param newCapacity bytes there, of which {@link #MAX_LIST_LENGTH} are used at most.
     * @return this.
     */
    public ElementWriter wrap(MemorySegment newSegment, long newOffset, int newCapacity) {
        return resume(newSegment, newOffset, newCapacity, 0);
    }

    /** As {@link #wrap} for a list that has {@code listLength} bytes of elements already. */
    public ElementWriter resume(MemorySegment newSegment, long newOffset, int newCapacity, int listLength) {
        segment = newSegment;
        offset = newOffset;
        capacity = Math.min(newCapacity, MAX_LIST_LENGTH);
        length = listLength;
        overflowed = false;
        return this;
    }

    /** Appends an element without data. */
    public ElementWriter empty(InformationElement element) {
        reserve(element, 0);
        return this;
    }

    /** Appends a number of 8 bits. */
    public ElementWriter u8(InformationElement element, int value) {
        expect(element, Encoding.U8);
        long at = reserve(element, Byte.BYTES);
        if (at >= 0) {
            putU8(segment, at, value);
        }
        return this;
    }

    /** Appends a number of 16 bits. */
    public ElementWriter u16(InformationElement element, int value) {
        expect(element, Encoding.U16);
        long at = reserve(element, Short.BYTES);
        if (at >= 0) {
            NetworkOrder.putU16(segment, at, value);
        }
        return this;
    }

    /** Appends a number of 32 bits. */
    public ElementWriter u32(InformationElement element, long value) {
        expect(element, Encoding.U32);
        long at = reserve(element, Integer.BYTES);
        if (at >= 0) {
            NetworkOrder.putU32(segment, at, value);
        }
        return this;
    }

    /** Appends a number of 64 bits behind version 0. */
    public ElementWriter u64(InformationElement element, long value) {
        expect(element, Encoding.VERSIONED_U64);
        long at = reserve(element, Encoding.VERSIONED_U64.size());
        if (at >= 0) {
            putU8(segment, at, VERSION);
            NetworkOrder.putU64(segment, at + 1, value);
        }
        return this;
    }

    /** Appends text as UTF-8. Text of more than {@link InformationElement#MAX_LENGTH} bytes does not fit. */
    public ElementWriter text(InformationElement element, String value) {
        return bytes(element, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Appends bytes as they are. */
    public ElementWriter bytes(InformationElement element, byte[] value) {
        return bytes(element, MemorySegment.ofArray(value), 0, value.length);
    }

    /** Appends bytes as they are from other memory, without allocating. */
    public ElementWriter bytes(InformationElement element, MemorySegment source, long sourceOffset, int bytes) {
        long at = reserve(element, bytes);
        if (at >= 0) {
            MemorySegment.copy(source, sourceOffset, segment, at, bytes);
        }
        return this;
    }

    /** Appends CAPABILITY and CAPABILITY2: old peers know the first only. */
    public ElementWriter capability(long formats) {
        return u32(InformationElement.CAPABILITY, formats).u64(InformationElement.CAPABILITY2, formats);
    }

    /** Appends FORMAT and FORMAT2: old peers know the first only. */
    public ElementWriter format(long formats) {
        return u32(InformationElement.FORMAT, formats).u64(InformationElement.FORMAT2, formats);
    }

    /** Appends an APPARENT ADDRESS. */
    public ElementWriter apparentAddress(InetSocketAddress address) {
        long at = reserve(InformationElement.APPARENT_ADDRESS, ApparentAddress.length(address));
        if (at >= 0) {
            ApparentAddress.encode(address, segment, at);
        }
        return this;
    }

    /**
     * Appends an APPARENT ADDRESS without allocating.
     *
     * @param high upper half of the IPv6 address, 0 for IPv4.
     * @param low  lower half, or the IPv4 address as it is mapped into IPv6.
     * @param port port.
     * @return this.
     */
    public ElementWriter apparentAddress(long high, long low, int port) {
        long at = reserve(InformationElement.APPARENT_ADDRESS, ApparentAddress.length(high, low));
        if (at >= 0) {
            ApparentAddress.encode(high, low, port, segment, at);
        }
        return this;
    }

    /**
     * Appends a channel variable, in several elements if it is long. All of it fits or nothing is written.
     *
     * @param name  name, at most 253 bytes, without {@code =}.
     * @param value value.
     */
    public ElementWriter variable(String name, String value) {
        byte[] prefix = (name + "=").getBytes(StandardCharsets.UTF_8);
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        int start = length;
        int room = InformationElement.MAX_LENGTH - prefix.length;
        if (room <= 0) {
            overflowed = true;
            return this;
        }
        int done = 0;
        do {
            int part = Math.min(room, bytes.length - done);
            long at = reserve(InformationElement.VARIABLE, prefix.length + part);
            if (at < 0) {
                length = start;
                return this;
            }
            MemorySegment.copy(prefix, 0, segment, ValueLayout.JAVA_BYTE, at, prefix.length);
            MemorySegment.copy(bytes, done, segment, ValueLayout.JAVA_BYTE, at + prefix.length, part);
            done += part;
        } while (done < bytes.length);
        return this;
    }

    /**
     * Takes the last element off the list if it is this one: how the empty CALLTOKEN of a request makes room for the
     * real one.
     *
     * @return whether it was.
     */
    public boolean removeLast(InformationElement element) {
        int position = 0;
        while (position < length) {
            int next = position + ELEMENT_HEADER_LENGTH + getU8(segment, offset + position + 1);
            if (next == length && getU8(segment, offset + position) == element.number()) {
                length = position;
                return true;
            }
            position = next;
        }
        return false;
    }

    private static void expect(InformationElement element, Encoding encoding) {
        if (element.encoding() != encoding) {
            throw new IllegalArgumentException(element + " is " + element.encoding() + ", not " + encoding);
        }
    }

    private long reserve(InformationElement element, int bytes) {
        if (bytes > InformationElement.MAX_LENGTH || bytes + ELEMENT_HEADER_LENGTH > capacity - length) {
            overflowed = true;
            return -1;
        }
        long at = offset + length;
        putU8(segment, at, element.number());
        putU8(segment, at + 1, bytes);
        length += ELEMENT_HEADER_LENGTH + bytes;
        return at + ELEMENT_HEADER_LENGTH;
    }

    /** Length of the list so far in bytes. */
    public int length() {
        return length;
    }

    /** Whether something was left out because it did not fit. */
    public boolean isOverflowed() {
        return overflowed;
    }
}
