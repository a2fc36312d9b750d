package org.asterism.core.manager.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.asterism.core.manager.ManagerMessage;

/**
 * Makes messages of the bytes a client sends: lines that end in LF, a CR before it left out, up to an empty line. Whatever
 * arrives, it holds no more than {@link #MAX_MESSAGE_BYTES}: a message that is longer is skipped up to its end and reported.
 * One thread.
 */
public final class MessageFraming {
    /** The longest line, in bytes, its end left out. */
    public static final int MAX_LINE_BYTES = 8_192;
    /** The most lines of a message, as Asterisk has it. */
    public static final int MAX_LINES = 128;
    /** The longest message, in bytes. */
    public static final int MAX_MESSAGE_BYTES = 65_536;

    /** Takes what comes out. */
    public interface Receiver {
        /**
         * A message is complete.
         *
         * @param message may have no headers at all
         */
        void message(ManagerMessage message);

        /**
         * The end of a message that cannot be taken has come.
         *
         * @param reason for the client, in Asterisk's words
         */
        void malformed(String reason);
    }

    private final Receiver receiver;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    private final List<ManagerMessage.Header> headers = new ArrayList<>();
    private String refusal = "";
    private boolean blank = true;
    private int lines;
    private int bytes;

    /**
     * @param receiver takes what comes out, on the thread that feeds
     */
    public MessageFraming(Receiver receiver) {
        this.receiver = receiver;
    }

    /**
     * Takes bytes as they arrive, in pieces of any size.
     *
     * @param data   the bytes
     * @param offset where they begin
     * @param length how many
     */
    public void feed(byte[] data, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            byte b = data[i];
            if (b == '\n') {
                endLine();
            } else {
                add(b);
            }
        }
    }

    private void add(byte b) {
        blank &= b == '\r';
        bytes++;
        if (!refusal.isEmpty()) {
            return;
        }
        if (line.size() >= MAX_LINE_BYTES) {
            refuse("Failed to parse message: line too long");
        } else if (bytes > MAX_MESSAGE_BYTES) {
            refuse("Too many lines in message or allocation failure");
        } else {
            line.write(b);
        }
    }

    private void refuse(String reason) {
        refusal = reason;
        line.reset();
        headers.clear();
    }

    private void endLine() {
        if (blank) {
            endMessage();
            return;
        }
        blank = true;
        lines++;
        if (refusal.isEmpty() && lines > MAX_LINES) {
            refuse("Too many lines in message or allocation failure");
        }
        if (refusal.isEmpty()) {
            header(line.toString(StandardCharsets.UTF_8));
        }
        line.reset();
    }

    private void header(String text) {
        String stripped = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        int colon = stripped.indexOf(':');
        if (colon > 0) {
            int from = colon + 1;
            while (from < stripped.length() && (stripped.charAt(from) == ' ' || stripped.charAt(from) == '\t')) {
                from++;
            }
            headers.add(new ManagerMessage.Header(stripped.substring(0, colon).strip(), stripped.substring(from)));
        }
    }

    private void endMessage() {
        String reason = refusal;
        ManagerMessage message = new ManagerMessage(headers);
        line.reset();
        headers.clear();
        refusal = "";
        lines = 0;
        bytes = 0;
        if (reason.isEmpty()) {
            receiver.message(message);
        } else {
            receiver.malformed(reason);
        }
    }
}
