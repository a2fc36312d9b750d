package org.asterism.core.cli.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/** Cuts what arrives on a connection into messages. One thread. */
final class MessageReader {
    private final ReadableByteChannel channel;
    private final int maxLength;
    private ByteBuffer buffer = ByteBuffer.allocate(8192).flip();

    /**
     * @param channel   where bytes come from, blocking
     * @param maxLength the longest text that is taken, in bytes
     */
    MessageReader(ReadableByteChannel channel, int maxLength) {
        this.channel = channel;
        this.maxLength = maxLength;
    }

    /** {@return the next message, or {@code null} when the connection has ended between two messages} */
    @Nullable
    Message read() throws IOException {
        if (!fill(Message.HEADER)) {
            return null;
        }
        byte code = buffer.get();
        int length = buffer.getInt();
        MessageKind kind = MessageKind.of(code);
        if (kind == null) {
            throw new IOException("A message of unknown kind " + code + "; both ends must be of one version");
        }
        if (length < 0 || length > maxLength) {
            throw new IOException(
                    "A message of " + Integer.toUnsignedString(length) + " bytes; at most " + maxLength + " are taken");
        }
        if (!fill(length)) {
            throw new IOException("The connection ended within a message");
        }
        byte[] body = new byte[length];
        buffer.get(body);
        return new Message(kind, body);
    }

    /** {@return whether that many bytes are there; false when the connection ended before the first of them} */
    private boolean fill(int bytes) throws IOException {
        if (buffer.remaining() >= bytes) {
            return true;
        }
        ByteBuffer target = buffer.capacity() >= bytes
                ? buffer.compact()
                : ByteBuffer.allocate(bytes).put(buffer);
        buffer = target;
        while (target.position() < bytes) {
            if (channel.read(target) < 0) {
                target.flip();
                if (target.hasRemaining()) {
                    throw new IOException("The connection ended within a message");
                }
                return bytes == 0;
            }
        }
        target.flip();
        return true;
    }
}
