package org.asterism.iax2.wire;

import static org.asterism.iax2.wire.NetworkOrder.getU16;
import static org.asterism.iax2.wire.NetworkOrder.getU32;
import static org.asterism.iax2.wire.NetworkOrder.getU64;
import static org.asterism.iax2.wire.NetworkOrder.getU8;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.asterism.iax2.wire.InformationElement.Encoding;
import org.jspecify.annotations.Nullable;

/**
 * The information elements of one received IAX frame (RFC 5456 section 8.6), found in one pass and read on demand. The
 * data stays where the datagram is: valid until that memory is reused or {@link #parse} is called again.
 *
 * <p>Of an element that is repeated the last one counts, except for VARIABLE and OSPTOKEN, whose parts belong
 * together. An element of the wrong size for its encoding is as good as absent, and {@link #isIgnored} tells. Text ends
 * at the first NUL, if there is one. Not thread safe; numeric accessors and {@code parse} do not allocate.
 */
public final class FrameElements {
    private static final int ELEMENT_HEADER_LENGTH = 2;
    private static final int VERSION_LENGTH = 1;

    private final int[] offsets = new int[InformationElement.NUMBER_LIMIT];
    private final int[] lengths = new int[InformationElement.NUMBER_LIMIT];
    private MemorySegment segment = MemorySegment.NULL;
    private long offset;
    private int length;
    private long present;
    private long ignored;

    /** Parses the payload of an IAX frame; see {@link #parse(MemorySegment, long, int)}. */
    public boolean parse(FullFrame frame) {
        return parse(frame.segment(), frame.payloadOffset(), frame.payloadLength());
    }

    /**
     * Finds the elements of a list.
     *
     * @param newSegment memory that holds the list.
     * @param newOffset  where it begins.
     * @param newLength  its length in bytes.
     * @return false if an element runs past the end or a byte is left over. The frame is then to be dropped without an
     *     acknowledgement and this holder is empty.
     */
    public boolean parse(MemorySegment newSegment, long newOffset, int newLength) {
        segment = newSegment;
        offset = newOffset;
        length = newLength;
        present = 0;
        ignored = 0;
        int position = 0;
        while (newLength - position >= ELEMENT_HEADER_LENGTH) {
            int number = getU8(newSegment, newOffset + position);
            int dataLength = getU8(newSegment, newOffset + position + 1);
            int dataPosition = position + ELEMENT_HEADER_LENGTH;
            if (dataLength > newLength - dataPosition) {
                break;
            }
            note(number, dataPosition, dataLength);
            position = dataPosition + dataLength;
        }
        if (position == newLength) {
            return true;
        }
        clear();
        return false;
    }

    private void note(int number, int position, int dataLength) {
        InformationElement element = InformationElement.of(number);
        if (element == null) {
            return;
        }
        Encoding encoding = element.encoding();
        if (encoding.accepts(dataLength)
                && (encoding != Encoding.VERSIONED_U64 || getU8(segment, offset + position) == 0)) {
            present |= 1L << number;
            offsets[number] = position;
            lengths[number] = dataLength;
        } else {
            ignored |= 1L << number;
        }
    }

    /** Forgets everything, as if an empty list had been parsed. */
    public void clear() {
        present = 0;
        ignored = 0;
        length = 0;
    }

    /** Whether the element is there and readable. */
    public boolean has(InformationElement element) {
        return (present & 1L << element.number()) != 0;
    }

    /** Whether the element was there at least once with a size or version that cannot be read. */
    public boolean isIgnored(InformationElement element) {
        return (ignored & 1L << element.number()) != 0;
    }

    /** Bit n is set if element n was ignored: for a warning that names them all. */
    public long ignoredElements() {
        return ignored;
    }

    /** Where the data of a present element begins in {@link #segment()}. */
    public long offset(InformationElement element) {
        return offset + offsets[element.number()];
    }

    /** Length of the data in bytes; 0 if the element is absent. */
    public int length(InformationElement element) {
        return has(element) ? lengths[element.number()] : 0;
    }

    /** The memory the elements lie in. */
    public MemorySegment segment() {
        return segment;
    }

    /** The number in a present element of 8 bits, or {@code absent}. */
    public int u8(InformationElement element, int absent) {
        return has(element) ? getU8(segment, offset(element)) : absent;
    }

    /** The number in a present element of 16 bits, or {@code absent}. */
    public int u16(InformationElement element, int absent) {
        return has(element) ? getU16(segment, offset(element)) : absent;
    }

    /** The number in a present element of 32 bits, or {@code absent}. */
    public long u32(InformationElement element, long absent) {
        return has(element) ? getU32(segment, offset(element)) : absent;
    }

    /** The number in a present versioned element of 64 bits, or {@code absent}. */
    public long u64(InformationElement element, long absent) {
        return has(element) ? getU64(segment, offset(element) + VERSION_LENGTH) : absent;
    }

    /** Codec bits of CAPABILITY2, else of CAPABILITY, else 0: what the sender can do. */
    public long capability() {
        return wider(InformationElement.CAPABILITY2, InformationElement.CAPABILITY);
    }

    /** Codec bits of FORMAT2, else of FORMAT, else 0: what the sender wants or has chosen. */
    public long format() {
        return wider(InformationElement.FORMAT2, InformationElement.FORMAT);
    }

    private long wider(InformationElement wide, InformationElement narrow) {
        long formats = u64(wide, 0);
        return formats != 0 ? formats : u32(narrow, 0);
    }

    /** Length in bytes of a present element's text, which ends at the first NUL; 0 if the element is absent. */
    public int textLength(InformationElement element) {
        int bytes = length(element);
        long start = offset(element);
        for (int i = 0; i < bytes; i++) {
            if (segment.get(ValueLayout.JAVA_BYTE, start + i) == 0) {
                return i;
            }
        }
        return bytes;
    }

    /** The text of an element as UTF-8, or null if it is absent. Allocates. */
    public @Nullable String text(InformationElement element) {
        return has(element) ? new String(textBytes(element), StandardCharsets.UTF_8) : null;
    }

    /** The text of an element as UTF-8, or {@code absent}. Allocates. */
    public String text(InformationElement element, String absent) {
        return has(element) ? new String(textBytes(element), StandardCharsets.UTF_8) : absent;
    }

    private byte[] textBytes(InformationElement element) {
        byte[] bytes = new byte[textLength(element)];
        copy(element, bytes);
        return bytes;
    }

    /** Whether the element is present and its text has exactly these bytes. */
    public boolean textEquals(InformationElement element, byte[] expected) {
        if (!has(element) || textLength(element) != expected.length) {
            return false;
        }
        long start = offset(element);
        for (int i = 0; i < expected.length; i++) {
            if (segment.get(ValueLayout.JAVA_BYTE, start + i) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** The data of an element as a new array; empty if the element is absent or has no data. */
    public byte[] bytes(InformationElement element) {
        byte[] bytes = new byte[length(element)];
        copy(element, bytes);
        return bytes;
    }

    /**
     * Copies the data of an element.
     *
     * @param element     the element; if it is absent nothing is copied.
     * @param destination where to, at most as many bytes as fit.
     * @return bytes copied.
     */
    public int copy(InformationElement element, byte[] destination) {
        int bytes = Math.min(length(element), destination.length);
        if (bytes > 0) {
            MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, offset(element), destination, 0, bytes);
        }
        return bytes;
    }

    /** The APPARENT ADDRESS element, or null if it is absent or not an address. Allocates. */
    public @Nullable InetSocketAddress apparentAddress() {
        return has(InformationElement.APPARENT_ADDRESS)
                ? ApparentAddress.decode(
                        segment,
                        offset(InformationElement.APPARENT_ADDRESS),
                        length(InformationElement.APPARENT_ADDRESS))
                : null;
    }

    /** All channel variables by name in order of first appearance, parts of one name joined. Allocates. */
    public Map<String, String> variables() {
        return RepeatedElements.variables(segment, offset, length);
    }

    /** The OSP token joined from its blocks; empty if there is none. Allocates. */
    public byte[] ospToken() {
        return RepeatedElements.ospToken(segment, offset, length);
    }
}
