package org.asterism.iax2.wire;

import static org.asterism.iax2.wire.NetworkOrder.getU16;

import java.lang.foreign.MemorySegment;

/**
 * Reader of a trunk frame (RFC 5456 section 8.1.3.2): the media of many calls between two peers in one datagram. A
 * cursor moves over the entries:
 *
 * <pre>{@code
 * trunk.wrap(segment, offset, length);
 * while (trunk.next()) {
 *     deliver(trunk.entryCall(), trunk.entryDataOffset(), trunk.entryLength());
 * }
 * if (trunk.isTruncated()) { count it }
 * }</pre>
 *
 * <p>An entry is always stepped over by its own length, whether or not its call is known. Not thread safe.
 *
 * <pre>
 *  header                       entry, plain form           entry, form with timestamps
 * +-------------------------+  +-------------------------+  +-------------------------+
 * | 0 (16) | 1 (8) | form(8)|  | source call number (16) |  | length of data (16)     |
 * | timestamp (32)          |  | length of data (16)     |  | source call number (16) |
 * +-------------------------+  | data                    |  | timestamp (16)          |
 *                              +-------------------------+  | data                    |
 *                                                           +-------------------------+
 * </pre>
 */
public final class TrunkFrame extends Flyweight {
    /** Length of the header in bytes. */
    public static final int HEADER_LENGTH = 8;
    /** Entries without timestamps: all of them were sampled at the timestamp of the trunk. */
    public static final int FORM_PLAIN = 0;
    /** Entries with their own 16-bit timestamp ({@code trunktimestamps=yes}). */
    public static final int FORM_TIMESTAMPS = 1;
    /** Bytes in front of the data of an entry of the plain form. */
    public static final int PLAIN_ENTRY_HEADER_LENGTH = 4;
    /** Bytes in front of the data of an entry with a timestamp. */
    public static final int TIMESTAMPED_ENTRY_HEADER_LENGTH = 6;

    private static final int FORM_OFFSET = 3;
    private static final int TIMESTAMP_OFFSET = 4;

    private int position;
    private int entryCall;
    private int entryTimestamp;
    private long entryDataOffset;
    private int entryLength;
    private boolean truncated;

    /**
     * Points this reader in front of the first entry.
     *
     * @param newSegment memory that holds the frame.
     * @param newOffset  where it begins.
     * @param newLength  its length in bytes, header included.
     * @return this.
     * @throws IllegalArgumentException if the length is below {@link #HEADER_LENGTH}.
     */
    public TrunkFrame wrap(MemorySegment newSegment, long newOffset, int newLength) {
        wrap(newSegment, newOffset, newLength, HEADER_LENGTH);
        position = HEADER_LENGTH;
        truncated = false;
        entryLength = 0;
        return this;
    }

    @Override
    int headerLength() {
        return HEADER_LENGTH;
    }

    /** {@link #FORM_PLAIN} or {@link #FORM_TIMESTAMPS}. */
    public int form() {
        return NetworkOrder.getU8(segment, offset + FORM_OFFSET);
    }

    /** Milliseconds on the sender's trunk clock; 0 restarts the receiver's base. */
    public long timestamp() {
        return NetworkOrder.getU32(segment, offset + TIMESTAMP_OFFSET);
    }

    /**
     * Moves to the next entry.
     *
     * @return false when there is none; {@link #isTruncated} then tells whether bytes were left that are no entry.
     */
    public boolean next() {
        boolean timestamped = form() == FORM_TIMESTAMPS;
        int entryHeader = timestamped ? TIMESTAMPED_ENTRY_HEADER_LENGTH : PLAIN_ENTRY_HEADER_LENGTH;
        int remaining = length - position;
        if (remaining < entryHeader) {
            truncated = remaining > 0;
            return false;
        }
        long entry = offset + position;
        int first = getU16(segment, entry);
        int second = getU16(segment, entry + 2);
        int dataLength = timestamped ? first : second;
        if (dataLength > remaining - entryHeader) {
            truncated = true;
            return false;
        }
        entryCall = (timestamped ? second : first) & FullFrame.MAX_CALL_NUMBER;
        entryTimestamp = timestamped ? getU16(segment, entry + 4) : -1;
        entryDataOffset = entry + entryHeader;
        entryLength = dataLength;
        position += entryHeader + dataLength;
        return true;
    }

    /** Whether iteration stopped at bytes that do not hold a whole entry. */
    public boolean isTruncated() {
        return truncated;
    }

    /** The sender's call number of the current entry. */
    public int entryCall() {
        return entryCall;
    }

    /** Low 16 bits of the current entry's timestamp in ms, or -1 in the plain form. */
    public int entryTimestamp() {
        return entryTimestamp;
    }

    /** Where the media of the current entry begins in {@link #segment()}. */
    public long entryDataOffset() {
        return entryDataOffset;
    }

    /** Length of the media of the current entry in bytes. */
    public int entryLength() {
        return entryLength;
    }
}
