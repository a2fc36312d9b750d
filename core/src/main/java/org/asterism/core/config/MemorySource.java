package org.asterism.core.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Configuration files held in memory: for texts that come from elsewhere than the disk. One thread at a time. */
public final class MemorySource implements ConfigSource {
    private final Path directory;
    private final SortedMap<Path, byte[]> files = new TreeMap<>();
    private final Map<Path, Stamp> stamps = new HashMap<>();
    private long writes;

    /** Creates a source without files; relative names given to {@link #put} are relative to {@code directory}. */
    public MemorySource(Path directory) {
        this.directory = directory;
    }

    /** Adds or replaces a file. */
    public MemorySource put(String name, String text) {
        return put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds or replaces a file by its bytes. */
    public MemorySource put(String name, byte[] content) {
        Path file = directory.resolve(name).normalize();
        files.put(file, content.clone());
        stamps.put(file, new Stamp(content.length, ++writes));
        return this;
    }

    /** Takes a file away. */
    public MemorySource remove(String name) {
        Path file = directory.resolve(name).normalize();
        files.remove(file);
        stamps.remove(file);
        return this;
    }

    @Override
    public byte @Nullable [] read(Path file) {
        byte[] content = files.get(file.normalize());
        return content == null ? null : content.clone();
    }

    @Override
    public @Nullable Stamp stamp(Path file) {
        return stamps.get(file.normalize());
    }

    @Override
    public List<Path> glob(Path base, String pattern) {
        try {
            PathMatcher matcher = FileSystems.getDefault()
                    .getPathMatcher("glob:" + base.normalize().resolve(pattern));
            return files.keySet().stream().filter(matcher::matches).toList();
        } catch (PatternSyntaxException _) {
            return List.of();
        }
    }
}
