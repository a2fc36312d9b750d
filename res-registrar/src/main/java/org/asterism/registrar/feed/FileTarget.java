package org.asterism.registrar.feed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Appends to a file, opened for each batch: one that was moved away by a log rotation begins anew. */
final class FileTarget implements FeedTarget {
    private final Path file;

    FileTarget(Path file) {
        this.file = file;
    }

    @Override
    public void deliver(List<String> lines) throws IOException {
        ByteBuffer bytes = StandardCharsets.US_ASCII.encode(String.join("\n", lines) + "\n");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            long before = channel.size();
            try {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            } catch (IOException e) {
                // Half a batch, on a full disk say, would be there twice when it is offered again.
                channel.truncate(before);
                throw e;
            }
        }
    }

    @Override
    public String name() {
        return file.toString();
    }
}
