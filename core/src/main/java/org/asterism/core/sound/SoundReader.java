package org.asterism.core.sound;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.asterism.core.media.Format;

/**
 * Reads sound files into native memory. They are copied, not mapped: a page fault must not hold up a shard, and a mapped file that
 * somebody shortens would fail there.
 */
final class SoundReader {
    /** The longest file that is played, in bytes: more than an hour of linear samples. */
    static final long MAX_BYTES = 64L << 20;

    private SoundReader() {}

    /**
     * Reads a file.
     *
     * @param path the file
     * @param type its kind
     * @return the sound
     * @throws IOException it cannot be read or played
     */
    static Sound read(Path path, SoundFileType type) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = file.size();
            checkSize(path.toString(), size);
            MemorySegment memory = Arena.ofAuto().allocate(Math.max(1, size), 8);
            ByteBuffer buffer = memory.asByteBuffer().limit((int) size);
            while (buffer.hasRemaining() && file.read(buffer) >= 0) {
                // A file is read in as few pieces as the system likes.
            }
            return sound(path.toString(), type, memory.asSlice(0, buffer.position()));
        }
    }

    /**
     * Reads a sound that is part of the program.
     *
     * @param name for messages
     * @param type its kind
     * @param in   its bytes
     * @return the sound
     * @throws IOException it cannot be read or played
     */
    static Sound read(String name, SoundFileType type, InputStream in) throws IOException {
        byte[] bytes = in.readAllBytes();
        MemorySegment memory = Arena.ofAuto().allocate(Math.max(1, bytes.length), 8);
        MemorySegment.copy(MemorySegment.ofArray(bytes), 0, memory, 0, bytes.length);
        return sound(name, type, memory.asSlice(0, bytes.length));
    }

    private static Sound sound(String name, SoundFileType type, MemorySegment file) throws SoundFormatException {
        Format format = type.format();
        if (format != null) {
            long whole = format == Format.GSM ? file.byteSize() / 33 * 33 : file.byteSize();
            return new Sound(name, format, file.asSlice(0, whole).asReadOnly());
        }
        WaveHeader header = WaveHeader.read(name, file);
        return new Sound(
                name,
                header.format(),
                file.asSlice(header.offset(), header.length()).asReadOnly());
    }

    private static void checkSize(String name, long size) throws SoundFormatException {
        if (size > MAX_BYTES) {
            throw new SoundFormatException(
                    name + " has " + size + " bytes; files of more than " + MAX_BYTES + " are not played");
        }
    }
}
