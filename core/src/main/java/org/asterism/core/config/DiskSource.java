package org.asterism.core.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Configuration files on the disk. */
final class DiskSource implements ConfigSource {
    static final DiskSource INSTANCE = new DiskSource();

    private static final Logger LOG = LoggerFactory.getLogger(DiskSource.class);
    /** A name with one of these is a pattern. */
    static final String MAGIC = "*?[{";

    private DiskSource() {}

    @Override
    public byte @Nullable [] read(Path file) throws IOException {
        if (stamp(file) == null) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(ConfigParser.MAX_FILE_BYTES + 1);
            if (content.length > ConfigParser.MAX_FILE_BYTES) {
                throw new IOException("larger than " + ConfigParser.MAX_FILE_BYTES + " bytes");
            }
            return content;
        } catch (NoSuchFileException _) {
            return null;
        }
    }

    @Override
    public @Nullable Stamp stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? new Stamp(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS))
                    : null;
        } catch (IOException _) {
            return null;
        }
    }

    @Override
    public List<Path> glob(Path directory, String pattern) {
        List<Path> found = new ArrayList<>();
        boolean absolute = pattern.startsWith("/");
        found.add(absolute ? Path.of("/") : directory);
        for (String component : (absolute ? pattern.substring(1) : pattern).split("/+", -1)) {
            List<Path> next = new ArrayList<>();
            for (Path folder : found) {
                if (component.chars().anyMatch(c -> MAGIC.indexOf(c) >= 0)) {
                    list(folder, component, next);
                } else {
                    next.add(folder.resolve(component));
                }
            }
            found = next;
        }
        return found.stream().filter(file -> stamp(file) != null).sorted().toList();
    }

    private static void list(Path folder, String component, List<Path> into) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder, component)) {
            for (Path path : names) {
                if (component.startsWith(".") || !path.getFileName().toString().startsWith(".")) {
                    into.add(path);
                }
            }
        } catch (IOException | DirectoryIteratorException | PatternSyntaxException e) {
            LOG.warn("Cannot list {} for the #include pattern '{}': {}", folder, component, e.toString());
        }
    }
}
