package org.asterism.core.cli.console;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One message between a remote console and the switch. On the wire: the kind's code (one byte), the length of the text (four
 * bytes, big-endian), the text in UTF-8.
 */
final class Message {
    /** Bytes in front of the text. */
    static final int HEADER = 5;
    /** The longest text a switch takes, in bytes. */
    static final int MAX_TO_SWITCH = 32 * 1024;
    /** The longest text a client takes, in bytes. */
    static final int MAX_TO_CLIENT = 1024 * 1024;

    private final MessageKind kind;
    private final byte[] body;

    /**
     * @param kind what it is about
     * @param body the text in UTF-8; not copied
     */
    Message(MessageKind kind, byte[] body) {
        this.kind = kind;
        this.body = body;
    }

    static Message of(MessageKind kind, String text) {
        return new Message(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return what it is about} */
    MessageKind kind() {
        return kind;
    }

    /** {@return the text in UTF-8; not a copy} */
    byte[] body() {
        return body;
    }

    /** {@return the text} */
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** {@return bytes on the wire} */
    int length() {
        return HEADER + body.length;
    }

    /** Appends the message to a buffer that has {@link #length} bytes left. */
    void encode(ByteBuffer buffer) {
        buffer.put(kind.code()).putInt(body.length).put(body);
    }
}
