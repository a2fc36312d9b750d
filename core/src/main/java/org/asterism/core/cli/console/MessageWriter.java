package org.asterism.core.cli.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Writes single messages to a blocking channel; a client's side. */
final class MessageWriter {
    private MessageWriter() {}

    static void write(WritableByteChannel channel, Message message) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(message.length());
        message.encode(buffer);
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
