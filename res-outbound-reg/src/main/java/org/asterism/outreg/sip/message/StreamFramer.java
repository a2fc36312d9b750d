package org.asterism.outreg.sip.message;

import java.util.Arrays;
import org.asterism.outreg.sip.message.SipParser.Head;
import org.asterism.outreg.sip.message.SipParser.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into messages by Content-Length (RFC 3261 section 18.3), and finds the keep-alives between them (RFC 5626 section
 * 4.4.1). It never holds more than one message and a little of the next. Owned by one thread.
 */
public final class StreamFramer {
    private static final int INITIAL_BYTES = 2048;
    private static final int MAX_BUFFERED = 2 * SipParser.MAX_BYTES;

    private byte[] buffer = new byte[INITIAL_BYTES];
    private int start;
    private int end;
    private int searched;
    private int headStart;
    private @Nullable Head head;
    private int emptyLines;
    private boolean carriageReturn;

    /** Creates a framer at the beginning of a stream. */
    public StreamFramer() {}

    /** What the stream holds next. */
    public sealed interface Piece permits Message, Ping, NeedMore {}

    /** A whole message. */
    public static final class Message implements Piece {
        private final Parsed parsed;
        private final byte[] raw;

        private Message(Parsed parsed, byte[] raw) {
            this.parsed = parsed;
            this.raw = raw;
        }

        /** {@return the message} */
        public Parsed parsed() {
            return parsed;
        }

        /** {@return its bytes, not to be changed} */
        public byte[] raw() {
            return raw;
        }
    }

    /** Two empty lines before a message: the other side wants one in return. */
    public record Ping() implements Piece {}

    /** Nothing complete yet. */
    public record NeedMore() implements Piece {}

    /**
     * Adds bytes that were read.
     *
     * @param bytes  the bytes
     * @param length how many of them
     * @throws SipSyntaxException there are more than a message may have
     */
    public void add(byte[] bytes, int length) {
        int keep = head == null ? start : headStart;
        int held = end - keep;
        if (held + length > MAX_BUFFERED) {
            throw new SipSyntaxException("a message of more than " + SipParser.MAX_BYTES + " bytes");
        }
        if (end + length > buffer.length) {
            byte[] larger = held + length > buffer.length
                    ? new byte[Math.min(MAX_BUFFERED, Math.max(2 * buffer.length, held + length))]
                    : buffer;
            System.arraycopy(buffer, keep, larger, 0, held);
            searched -= keep;
            start -= keep;
            end -= keep;
            headStart = 0;
            buffer = larger;
        }
        System.arraycopy(bytes, 0, buffer, end, length);
        end += length;
    }

    /** {@return whether a message has begun and is not complete} */
    public boolean isInMessage() {
        return head != null || end > start;
    }

    /**
     * Takes the next piece.
     *
     * @return a message, a ping, or that more bytes are needed
     * @throws SipSyntaxException the stream cannot be followed any further
     */
    public Piece next() {
        Head current = head;
        if (current == null) {
            if (skipEmptyLines()) {
                return new Ping();
            }
            int headEnd = SipParser.headEnd(buffer, Math.max(start, searched - 3), end);
            if (headEnd < 0) {
                searched = end;
                if (end - start > SipParser.MAX_BYTES) {
                    throw new SipSyntaxException("headers of more than " + SipParser.MAX_BYTES + " bytes");
                }
                return new NeedMore();
            }
            current = Head.parse(buffer, start, headEnd);
            if (!current.lengthIsKnown()) {
                throw new SipSyntaxException("a message without a usable Content-Length in a stream");
            }
            head = current;
            headStart = start;
            start = headEnd;
        }
        if (end - start < current.bodyLength()) {
            return new NeedMore();
        }
        byte[] body = Arrays.copyOfRange(buffer, start, start + current.bodyLength());
        start += body.length;
        byte[] raw = Arrays.copyOfRange(buffer, headStart, start);
        searched = start;
        head = null;
        return new Message(current.message(body, null), raw);
    }

    /** {@return true when two empty lines in a row were skipped} */
    private boolean skipEmptyLines() {
        while (start < end) {
            byte each = buffer[start];
            if (each == '\r' && !carriageReturn) {
                carriageReturn = true;
            } else if (each == '\n') {
                carriageReturn = false;
                emptyLines++;
            } else {
                carriageReturn = false;
                emptyLines = 0;
                return false;
            }
            start++;
            if (emptyLines == 2) {
                emptyLines = 0;
                return true;
            }
        }
        return false;
    }
}
