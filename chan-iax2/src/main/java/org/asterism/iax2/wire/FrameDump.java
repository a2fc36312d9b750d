package org.asterism.iax2.wire;

import static org.asterism.iax2.wire.NetworkOrder.getU8;

import java.lang.foreign.MemorySegment;
import java.util.Locale;

/**
 * Full frames as {@code iax2 set debug on} prints them in Asterisk, label by label, except that secrets are
 * {@code ****} and control characters in text are escaped. Allocates: never on the path of media. Stateless.
 */
public final class FrameDump {
    private static final int ELEMENT_HEADER_LENGTH = 2;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7E;

    private FrameDump() {}

    /** Retry text of a received frame, or of one that is sent without being remembered. */
    public static String retry(boolean retransmission) {
        return retransmission ? "Yes" : " No";
    }

    /** Retry text of a frame that was sent that many times before; -1 for one that is never sent again. */
    public static String retry(int attempts) {
        return String.format(Locale.ROOT, "%03d", attempts);
    }

    /**
     * Prints one frame.
     *
     * @param segment memory that holds the datagram.
     * @param offset  where it begins.
     * @param length  its length in bytes.
     * @param prefix  {@code Rx}, {@code Tx}, {@code TE} (to be encrypted) or {@code RD} (decrypted).
     * @param retry   text of {@link #retry(boolean)} or {@link #retry(int)}.
     * @param address the other side, {@code address:port}.
     * @return lines that each end in a line feed; nothing for anything but a full frame, which Asterisk never shows.
     */
    public static String dump(
            MemorySegment segment, long offset, int length, String prefix, String retry, String address) {
        if (FrameKind.of(segment, offset, length) != FrameKind.FULL) {
            return "";
        }
        FullFrame frame = new FullFrame().wrap(segment, offset, length);
        StringBuilder out = new StringBuilder(160);
        out.append(String.format(
                Locale.ROOT,
                "%s-Frame Retry[%s] -- OSeqno: %03d ISeqno: %03d Type: %s Subclass: %s\n",
                prefix,
                retry,
                frame.oseqno(),
                frame.iseqno(),
                FrameType.label(frame.type()),
                subclass(frame)));
        out.append(String.format(
                Locale.ROOT,
                "   Timestamp: %05dms  SCall: %05d  DCall: %05d %s\n",
                frame.timestamp(),
                frame.sourceCall(),
                frame.destinationCall(),
                address));
        if (frame.type() == FrameType.IAX && frame.payloadLength() >= ELEMENT_HEADER_LENGTH) {
            appendElements(frame, out);
        }
        return out.toString();
    }

    private static String subclass(FullFrame frame) {
        int raw = frame.rawSubclass();
        return switch (frame.type()) {
            case FrameType.IAX -> IaxCommand.label(raw);
            case FrameType.CONTROL -> ControlCommand.label(raw);
            case FrameType.DTMF_BEGIN, FrameType.DTMF_END ->
                raw >= FIRST_PRINTABLE && raw <= LAST_PRINTABLE
                        ? String.valueOf((char) raw)
                        : String.format(Locale.ROOT, "\\x%02x", raw);
            default -> Integer.toString(raw);
        };
    }

    private static void appendElements(FullFrame frame, StringBuilder out) {
        boolean newKey = frame.command() == IaxCommand.RTKEY;
        MemorySegment segment = frame.segment();
        long position = frame.payloadOffset();
        int remaining = frame.payloadLength();
        while (remaining >= ELEMENT_HEADER_LENGTH) {
            int number = getU8(segment, position);
            int size = ELEMENT_HEADER_LENGTH + getU8(segment, position + 1);
            if (size > remaining) {
                out.append(String.format(
                        Locale.ROOT,
                        "Total IE length of %d bytes exceeds remaining frame length of %d bytes\n",
                        size,
                        remaining));
                return;
            }
            InformationElement element = InformationElement.of(number);
            if (element == null || element == InformationElement.MUSIC_ON_HOLD) {
                out.append(String.format(Locale.ROOT, "   Unknown IE %03d  : Present\n", number));
            } else {
                String value = newKey && element == InformationElement.CHALLENGE
                        ? ElementText.SECRET
                        : ElementText.of(
                                element, segment, position + ELEMENT_HEADER_LENGTH, size - ELEMENT_HEADER_LENGTH);
                out.append(String.format(Locale.ROOT, "   %-15.15s : %s\n", element.label(), value));
            }
            position += size;
            remaining -= size;
        }
        out.append('\n');
    }
}
