package org.asterism.core.sound;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.asterism.core.media.Format;
import org.asterism.core.media.MediaFrame;

/** Writes a sound file, its header where the kind has one. One thread at a time. */
final class SoundWriter implements AutoCloseable {
    private final FileChannel file;
    private final Format format;
    private final int headerBytes;
    private long audioBytes;

    /**
     * Opens a file.
     *
     * @param path   the file; folders on the way are made
     * @param type   its kind
     * @param append whether audio is added to what is there
     * @throws IOException it cannot be written
     */
    SoundWriter(Path path, SoundFileType type, boolean append) throws IOException {
        format = formatOf(type);
        headerBytes = type.format() == null ? WaveHeader.LENGTH : 0;
        Path folder = path.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        file = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        if (!append) {
            file.truncate(0);
        }
        audioBytes = Math.max(0, file.size() - headerBytes);
        if (headerBytes > 0) {
            writeHeader();
        }
        file.position(headerBytes + audioBytes);
    }

    /**
     * The encoding that a kind of file is recorded in.
     *
     * @param type the kind
     * @return linear samples for files whose header would tell
     */
    static Format formatOf(SoundFileType type) {
        Format format = type.format();
        if (format != null) {
            return format;
        }
        return type == SoundFileType.WAV16 ? Format.SLIN16 : Format.SLIN;
    }

    Format format() {
        return format;
    }

    void write(MediaFrame frame) throws IOException {
        ByteBuffer buffer =
                frame.memory().asSlice(frame.offset(), frame.length()).asByteBuffer();
        while (buffer.hasRemaining()) {
            audioBytes += file.write(buffer);
        }
    }

    /**
     * Takes back the end.
     *
     * @param milliseconds how much of it
     */
    void cut(long milliseconds) throws IOException {
        long bytes = milliseconds / 20 * format.bytesPer20Ms();
        audioBytes = Math.max(0, audioBytes - bytes);
        file.truncate(headerBytes + audioBytes);
        file.position(headerBytes + audioBytes);
    }

    @Override
    public void close() throws IOException {
        try (file) {
            if (headerBytes > 0) {
                writeHeader();
            }
        }
    }

    private void writeHeader() throws IOException {
        MemorySegment header = Arena.ofAuto().allocate(WaveHeader.LENGTH);
        WaveHeader.write(header, format.sampleRate(), audioBytes);
        ByteBuffer buffer = header.asByteBuffer();
        while (buffer.hasRemaining()) {
            file.write(buffer, buffer.position());
        }
    }
}
