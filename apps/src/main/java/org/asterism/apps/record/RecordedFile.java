package org.asterism.apps.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asterism.core.sound.SoundFileType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that Record writes.
 *
 * @param nameWithoutEnding as the dialplan names it, to be played again
 * @param path              where it is
 * @param type              its kind
 */
record RecordedFile(String nameWithoutEnding, Path path, SoundFileType type) {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedFile.class);

    private static final String NUMBER = "%d";
    private static final int MAX_NUMBER = 1_000_000;

    /**
     * Finds the file for Record's first argument.
     *
     * @param data the switch's data folder
     * @param text {@code filename.format}; {@code filename:format} as well
     * @return the file; {@code null} when the name or its ending is none
     */
    static @Nullable RecordedFile of(Path data, String text) {
        int dot = Math.max(text.lastIndexOf('.'), text.lastIndexOf(':'));
        if (dot <= 0 || text.indexOf('\0') >= 0) {
            return null;
        }
        String name = text.substring(0, dot);
        SoundFileType type = SoundFileType.of(text.substring(dot + 1));
        if (type == null) {
            return null;
        }
        Path sounds = data.resolve("sounds");
        if (!name.contains(NUMBER)) {
            return at(sounds, name, type);
        }
        for (int number = 0; number < MAX_NUMBER; number++) {
            RecordedFile file = at(sounds, name.replace(NUMBER, Integer.toString(number)), type);
            if (file == null || !Files.exists(file.path)) {
                return file;
            }
        }
        return null;
    }

    private static @Nullable RecordedFile at(Path sounds, String name, SoundFileType type) {
        Path path = sounds.resolve(name + "." + type.ending()).normalize();
        // A name with dots in it must not lead out of the sounds folder; one that begins with a slash is meant.
        return name.startsWith("/") || path.startsWith(sounds) ? new RecordedFile(name, path, type) : null;
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("The recording {} cannot be deleted: {}", path, e.toString());
        }
    }
}
