package org.asterism.core.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A log file, opened at its first line. Used by the writer thread only. */
final class LogFile {
    private final Path path;
    private @Nullable OutputStream stream;
    private boolean broken;

    LogFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /**
     * Appends a line.
     *
     * @param text without its end
     * @throws IOException it could not; told once until the file is opened anew, then lines are lost in silence
     */
    void write(String text) throws IOException {
        if (broken) {
            return;
        }
        try {
            OutputStream open = stream;
            if (open == null) {
                Path parent = path.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                open = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                stream = open;
            }
            open.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    /** Closes the file; the next line opens it anew. */
    void close() throws IOException {
        broken = false;
        OutputStream open = stream;
        stream = null;
        if (open != null) {
            open.close();
        }
    }
}
