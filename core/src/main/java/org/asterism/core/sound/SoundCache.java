package org.asterism.core.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sounds that were played last, so that many calls share one copy. A file that has changed is read again. Any thread. */
final class SoundCache {
    /** What is kept, in bytes; sounds that are being played live on without it. */
    private static final long MAX_BYTES = 32L << 20;

    private record Entry(FileTime modified, long size, Sound sound) {}

    private final Map<Path, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /**
     * The sound of a file.
     *
     * @param path the file
     * @param type its kind
     * @return the sound
     * @throws IOException it cannot be read or played
     */
    Sound get(Path path, SoundFileType type) throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        synchronized (this) {
            Entry entry = entries.get(path);
            if (entry != null && entry.modified.equals(now.lastModifiedTime()) && entry.size == now.size()) {
                return entry.sound;
            }
        }
        Sound sound = SoundReader.read(path, type);
        keep(path, new Entry(now.lastModifiedTime(), now.size(), sound));
        return sound;
    }

    private synchronized void keep(Path path, Entry entry) {
        Entry before = entries.put(path, entry);
        bytes += entry.sound.audio().byteSize()
                - (before == null ? 0 : before.sound.audio().byteSize());
        Iterator<Entry> oldest = entries.values().iterator();
        while (bytes > MAX_BYTES && oldest.hasNext()) {
            bytes -= oldest.next().sound.audio().byteSize();
            oldest.remove();
        }
    }
}
