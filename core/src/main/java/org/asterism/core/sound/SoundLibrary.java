package org.asterism.core.sound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.asterism.core.Directories;
import org.asterism.core.media.Format;
import org.asterism.core.media.Translation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds prompts by name, as Asterisk does: {@code sounds/<language>/<name>} under {@code astdatadir}, then where distributions put
 * Asterisk's prompts, then among the few this project brings. Of several recordings of one prompt the one in the leg's format is
 * taken, else the best to translate from. May block for the disk: for dialplan threads, never for a shard.
 */
public final class SoundLibrary {
    /** Where Debian's packages {@code asterisk-core-sounds-*} put prompts. */
    private static final Path SYSTEM_SOUNDS = Path.of("/usr/share/asterisk/sounds");

    private static final Logger LOG = LoggerFactory.getLogger(SoundLibrary.class);

    private final List<Path> folders;
    private final SoundCache cache = new SoundCache();

    /**
     * @param directories of the switch
     */
    public SoundLibrary(Directories directories) {
        this(List.of(directories.data().resolve("sounds"), SYSTEM_SOUNDS));
    }

    /**
     * @param folders that hold a folder for each language, searched in this order
     */
    public SoundLibrary(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /**
     * Finds a prompt.
     *
     * @param name     such as {@code digits/1} or {@code /tmp/greeting}, without the ending of the file name
     * @param language such as {@code en_GB}; {@code en}, and last files that are in no language's folder, are tried after it
     * @param wanted   the format it will be played in
     * @return the prompt, or {@code null} when there is none of that name that can be played in that format
     */
    public @Nullable Sound find(String name, String language, Format wanted) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            return null;
        }
        if (name.startsWith("/")) {
            return inFolder(Path.of("/"), name.substring(1), wanted);
        }
        List<String> languages = languages(language);
        for (Path folder : folders) {
            for (String each : languages) {
                Sound sound = inFolder(folder.resolve(each), name, wanted);
                if (sound != null) {
                    return sound;
                }
            }
        }
        return builtIn(name);
    }

    /**
     * Whether there is a prompt of a name, in whatever format.
     *
     * @param name     as for {@link #find}
     * @param language as for {@link #find}
     * @return whether it can be played on a leg of µ-law
     */
    public boolean has(String name, String language) {
        return find(name, language, Format.ULAW) != null;
    }

    private @Nullable Sound inFolder(Path folder, String name, Format wanted) {
        Path base = folder.resolve(name).normalize();
        Path fileName = base.getFileName();
        if (fileName == null || !base.startsWith(folder)) {
            return null;
        }
        for (SoundFileType type : SoundFileType.all()) {
            if (type.format() == wanted) {
                Sound sound = open(base.resolveSibling(fileName + "." + type.ending()), type);
                if (sound != null) {
                    return sound;
                }
            }
        }
        for (SoundFileType type : SoundFileType.all()) {
            if (type.format() != wanted) {
                Sound sound = open(base.resolveSibling(fileName + "." + type.ending()), type);
                if (sound != null && Translation.exists(sound.format(), wanted)) {
                    return sound;
                }
            }
        }
        return null;
    }

    private @Nullable Sound open(Path file, SoundFileType type) {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            return cache.get(file, type);
        } catch (IOException e) {
            LOG.warn("Sound file cannot be played: {}", e.getMessage());
            return null;
        }
    }

    private static @Nullable Sound builtIn(String name) {
        String resource = "en/" + name + ".ulaw";
        try (InputStream in = SoundLibrary.class.getResourceAsStream(resource)) {
            return in == null ? null : SoundReader.read("built-in " + resource, SoundFileType.ULAW, in);
        } catch (IOException e) {
            LOG.error("The built-in prompt {} cannot be read: {}", resource, e.getMessage());
            return null;
        }
    }

    /** The folders to look in: en_GB, en for en_GB; en and none at last. */
    private static List<String> languages(String language) {
        List<String> result = new ArrayList<>();
        String rest = language;
        while (!rest.isEmpty() && !rest.contains("/") && !rest.startsWith(".")) {
            result.add(rest);
            int underscore = rest.lastIndexOf('_');
            rest = underscore < 0 ? "" : rest.substring(0, underscore);
        }
        if (!result.contains("en")) {
            result.add("en");
        }
        result.add("");
        return result;
    }
}
