package org.asterism.iax2.wire;

import static org.asterism.iax2.wire.NetworkOrder.getU16;
import static org.asterism.iax2.wire.NetworkOrder.getU32;
import static org.asterism.iax2.wire.NetworkOrder.getU8;
import static org.asterism.iax2.wire.NetworkOrder.putU16;
import static org.asterism.iax2.wire.NetworkOrder.putU32;
import static org.asterism.iax2.wire.NetworkOrder.putU8;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Flyweight over a full frame (RFC 5456 section 8.1.1): reliable, carries signalling and the first frame of media.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-----------------------------+-+-----------------------------+
 * |1|     source call number      |R|   destination call number   |
 * +-+-----------------------------+-+-----------------------------+
 * |                      timestamp in ms                          |
 * +---------------+---------------+---------------+-+-------------+
 * |    OSeqno     |    ISeqno     |  frame type   |C|  subclass   |
 * +---------------+---------------+---------------+-+-------------+
 * </pre>
 *
 * <p>Not thread safe. Setters write through and return this frame.
 */
public final class FullFrame extends Flyweight {
    /** Length of the header in bytes. */
    public static final int HEADER_LENGTH = 12;

    /** Largest call number: 15 bits. */
    public static final int MAX_CALL_NUMBER = 0x7FFF;

    private static final int FLAG = 0x8000;
    private static final int DESTINATION_OFFSET = 2;
    private static final int TIMESTAMP_OFFSET = 4;
    private static final int OSEQNO_OFFSET = 8;
    private static final int ISEQNO_OFFSET = 9;
    private static final int TYPE_OFFSET = 10;
    private static final int SUBCLASS_OFFSET = 11;

    /**
     * Points this flyweight at a frame, or at room for one of that length.
     *
     * @param newSegment memory that holds it.
     * @param newOffset  where it begins.
     * @param newLength  its length in bytes, header included.
     * @return this.
     * @throws IllegalArgumentException if the length is below {@link #HEADER_LENGTH}.
     */
    public FullFrame wrap(MemorySegment newSegment, long newOffset, int newLength) {
        wrap(newSegment, newOffset, newLength, HEADER_LENGTH);
        return this;
    }

    @Override
    int headerLength() {
        return HEADER_LENGTH;
    }

    /** Call number of the sender, 15 bits. */
    public int sourceCall() {
        return getU16(segment, offset) & MAX_CALL_NUMBER;
    }

    /** Sets the sender's call number and the bit that makes this a full frame. */
    public FullFrame sourceCall(int callNumber) {
        putU16(segment, offset, FLAG | (callNumber & MAX_CALL_NUMBER));
        return this;
    }

    /** Call number of the receiver, 15 bits; 0 when the sender does not know it yet. */
    public int destinationCall() {
        return getU16(segment, offset + DESTINATION_OFFSET) & MAX_CALL_NUMBER;
    }

    /** Sets the receiver's call number and clears the retransmission bit: call {@link #retransmission} after it. */
    public FullFrame destinationCall(int callNumber) {
        putU16(segment, offset + DESTINATION_OFFSET, callNumber & MAX_CALL_NUMBER);
        return this;
    }

    /** Whether the R bit says that this frame was sent before. */
    public boolean isRetransmission() {
        return getU16(segment, offset + DESTINATION_OFFSET) >= FLAG;
    }

    /** Sets or clears the R bit. */
    public FullFrame retransmission(boolean retransmission) {
        putU16(segment, offset + DESTINATION_OFFSET, destinationCall() | (retransmission ? FLAG : 0));
        return this;
    }

    /** Milliseconds since the sender's start of the call, 32 bits unsigned. */
    public long timestamp() {
        return getU32(segment, offset + TIMESTAMP_OFFSET);
    }

    /** Sets the timestamp; only the low 32 bits are sent. */
    public FullFrame timestamp(long timestampMs) {
        putU32(segment, offset + TIMESTAMP_OFFSET, timestampMs);
        return this;
    }

    /** Outbound stream sequence number of the sender, 0..255. */
    public int oseqno() {
        return getU8(segment, offset + OSEQNO_OFFSET);
    }

    /** Sets the outbound sequence number, modulo 256. */
    public FullFrame oseqno(int oseqno) {
        putU8(segment, offset + OSEQNO_OFFSET, oseqno);
        return this;
    }

    /** Next sequence number the sender expects from the other side, 0..255. */
    public int iseqno() {
        return getU8(segment, offset + ISEQNO_OFFSET);
    }

    /** Sets the expected inbound sequence number, modulo 256. */
    public FullFrame iseqno(int iseqno) {
        putU8(segment, offset + ISEQNO_OFFSET, iseqno);
        return this;
    }

    /** Frame type, one of {@link FrameType} or a number nobody knows. */
    public int type() {
        return getU8(segment, offset + TYPE_OFFSET);
    }

    /** Sets the frame type. */
    public FullFrame type(int frameType) {
        putU8(segment, offset + TYPE_OFFSET, frameType);
        return this;
    }

    /** The subclass byte as it is on the wire. */
    public int rawSubclass() {
        return getU8(segment, offset + SUBCLASS_OFFSET);
    }

    /** Sets the subclass byte as it goes on the wire. */
    public FullFrame rawSubclass(int raw) {
        putU8(segment, offset + SUBCLASS_OFFSET, raw);
        return this;
    }

    /** The subclass, expanded: a codec bit, a digit, a command number or {@link Subclass#NONE}. */
    public long subclass() {
        return Subclass.expand(rawSubclass());
    }

    /**
     * Sets the subclass.
     *
     * @throws IllegalArgumentException if it has no wire form, see {@link Subclass#compress}.
     */
    public FullFrame subclass(long value) {
        return rawSubclass(Subclass.compress(value));
    }

    /** Codec bit of a VIDEO frame, without the mark. */
    public long videoFormat() {
        return Subclass.expand(rawSubclass() & ~Subclass.VIDEO_MARK);
    }

    /** Whether a VIDEO frame is the last of its picture. */
    public boolean videoMark() {
        return (rawSubclass() & Subclass.VIDEO_MARK) != 0;
    }

    /** Makes this a VIDEO frame of that codec bit; the mark is added after compression, where receivers look for it. */
    public FullFrame video(long format, boolean mark) {
        return type(FrameType.VIDEO).rawSubclass(Subclass.compress(format) | (mark ? Subclass.VIDEO_MARK : 0));
    }

    /** Makes this an IAX frame with that command. */
    public FullFrame command(IaxCommand command) {
        return type(FrameType.IAX).rawSubclass(command.number());
    }

    /** The command of an IAX frame, or null if this is another type or an unknown command. */
    public @Nullable IaxCommand command() {
        return type() == FrameType.IAX ? IaxCommand.of(rawSubclass()) : null;
    }

    /** Makes this a CONTROL frame with that command. */
    public FullFrame control(ControlCommand control) {
        return type(FrameType.CONTROL).rawSubclass(control.number());
    }

    /** The command of a CONTROL frame, or null if this is another type or an unknown command. */
    public @Nullable ControlCommand control() {
        return type() == FrameType.CONTROL ? ControlCommand.of(rawSubclass()) : null;
    }
}
