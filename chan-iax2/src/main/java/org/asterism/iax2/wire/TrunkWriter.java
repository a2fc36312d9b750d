package org.asterism.iax2.wire;

import static org.asterism.iax2.wire.NetworkOrder.putU16;

import java.lang.foreign.MemorySegment;

/**
 * Writes a trunk frame (RFC 5456 section 8.1.3.2) entry by entry into memory of a fixed capacity, the trunk MTU. Not
 * thread safe.
 */
public final class TrunkWriter {
    private static final int META_TRUNK = 1;

    private MemorySegment segment = MemorySegment.NULL;
    private long offset;
    private int capacity;
    private int form;
    private int length;
    private int entries;

    /**
     * Begins a trunk frame. Its timestamp is 0 until {@link #timestamp} is called, usually when it is sent.
     *
     * @param newSegment  memory to write to.
     * @param newOffset   where the frame begins.
     * @param newCapacity most bytes the frame may have.
     * @param newForm     {@link TrunkFrame#FORM_PLAIN} or {@link TrunkFrame#FORM_TIMESTAMPS}.
     * @return this.
     * @throws IllegalArgumentException if the header does not fit.
     */
    public TrunkWriter wrap(MemorySegment newSegment, long newOffset, int newCapacity, int newForm) {
        if (newCapacity < TrunkFrame.HEADER_LENGTH) {
            throw new IllegalArgumentException("trunk capacity of " + newCapacity + " bytes");
        }
        segment = newSegment;
        offset = newOffset;
        capacity = newCapacity;
        form = newForm;
        length = TrunkFrame.HEADER_LENGTH;
        entries = 0;
        putU16(segment, offset, 0);
        NetworkOrder.putU8(segment, offset + 2, META_TRUNK);
        NetworkOrder.putU8(segment, offset + 3, newForm);
        return timestamp(0);
    }

    /** Sets the trunk's own timestamp in ms; only the low 32 bits are sent. */
    public TrunkWriter timestamp(long timestampMs) {
        NetworkOrder.putU32(segment, offset + 4, timestampMs);
        return this;
    }

    /**
     * Appends the media of one call.
     *
     * @param callNumber  our call number.
     * @param timestampMs timestamp within the call; sent in the form with timestamps only, low 16 bits.
     * @param data        memory that holds the media.
     * @param dataOffset  where it begins.
     * @param dataLength  its length in bytes.
     * @return false, and nothing written, if it does not fit any more: send this frame and begin another.
     */
    public boolean append(int callNumber, long timestampMs, MemorySegment data, long dataOffset, int dataLength) {
        boolean timestamped = form == TrunkFrame.FORM_TIMESTAMPS;
        int entryHeader = entryHeaderLength();
        if (dataLength > capacity - length - entryHeader || dataLength > 0xFFFF) {
            return false;
        }
        long entry = offset + length;
        int call = callNumber & FullFrame.MAX_CALL_NUMBER;
        putU16(segment, entry, timestamped ? dataLength : call);
        putU16(segment, entry + 2, timestamped ? call : dataLength);
        if (timestamped) {
            putU16(segment, entry + 4, (int) timestampMs);
        }
        MemorySegment.copy(data, dataOffset, segment, entry + entryHeader, dataLength);
        length += entryHeader + dataLength;
        entries++;
        return true;
    }

    private int entryHeaderLength() {
        return form == TrunkFrame.FORM_TIMESTAMPS
                ? TrunkFrame.TIMESTAMPED_ENTRY_HEADER_LENGTH
                : TrunkFrame.PLAIN_ENTRY_HEADER_LENGTH;
    }

    /** Length of the frame so far in bytes. */
    public int length() {
        return length;
    }

    /** Entries appended so far. */
    public int entries() {
        return entries;
    }
}
