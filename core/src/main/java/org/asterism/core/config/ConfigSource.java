package org.asterism.core.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the parser finds files: the disk, or texts in memory. */
public interface ConfigSource {
    /**
     * What tells that a file has been written since.
     *
     * @param size     in bytes.
     * @param modified time of the last change in ns, of any epoch.
     */
    record Stamp(long size, long modified) {}

    /**
     * Reads a whole file.
     *
     * @return its bytes, or null when there is no such regular file.
     * @throws IOException when it is there but cannot be read, or is larger than {@link ConfigParser#MAX_FILE_BYTES}.
     */
    byte @Nullable [] read(Path file) throws IOException;

    /** {@return the stamp of a regular file, or null when there is none} */
    @Nullable
    Stamp stamp(Path file);

    /**
     * Finds files by a pattern with {@code *}, <code>?</code>, {@code []} and {@code {a,b}}; {@code *} stays within one
     * folder and leaves out names that begin with a dot.
     *
     * @param directory what a relative pattern is relative to.
     * @return the regular files that match, sorted; empty when none does or the pattern is malformed.
     */
    List<Path> glob(Path directory, String pattern);

    /** {@return the files of the disk} */
    static ConfigSource disk() {
        return DiskSource.INSTANCE;
    }
}
