package org.asterism.core.sound;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import org.asterism.core.media.Format;
import org.asterism.core.media.MediaSource;

/**
 * A recording in memory, shared by all who play it.
 *
 * @param origin where it is from, for log lines
 * @param format its encoding
 * @param audio  the encoded audio, in native memory that is never written again
 */
public record Sound(String origin, Format format, MemorySegment audio) {
    /**
     * Reads a sound file.
     *
     * @param path the file; the ending of its name tells its kind, and one that is not known counts as WAVE
     * @return the sound
     * @throws IOException it cannot be read or played
     */
    public static Sound read(Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        SoundFileType type = SoundFileType.of(name.substring(name.lastIndexOf('.') + 1));
        return SoundReader.read(path, type == null ? SoundFileType.WAV : type);
    }

    /** {@return how long it is, in milliseconds} */
    public long milliseconds() {
        return format.bytesPer20Ms() == 0 ? 0 : audio.byteSize() * 20 / format.bytesPer20Ms();
    }

    /** {@return a source that plays it once from its beginning} */
    public MediaSource play() {
        return new SoundSource(this, 0);
    }

    /**
     * Plays it once from somewhere.
     *
     * @param skipMs how much of its beginning is left out, in milliseconds
     * @return the source
     */
    public MediaSource playFrom(long skipMs) {
        return new SoundSource(this, skipMs);
    }
}
