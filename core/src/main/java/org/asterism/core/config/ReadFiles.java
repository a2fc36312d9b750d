package org.asterism.core.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What one parse looked at, to tell later whether it has changed. Filled by one parse, then only read. */
final class ReadFiles {
    private final ConfigSource source;
    private final Path directory;
    private final Map<Path, Optional<ConfigSource.Stamp>> stamps = new LinkedHashMap<>();
    private final Map<String, List<Path>> patterns = new HashMap<>();
    private boolean unstamped;

    ReadFiles(ConfigSource source, Path directory) {
        this.source = source;
        this.directory = directory;
    }

    /** Notes the file as it is before it is read; a missing one counts as changed once it exists. */
    void note(Path file) {
        stamps.putIfAbsent(file, Optional.ofNullable(source.stamp(file)));
    }

    /** Finds the files of a pattern and notes them. */
    List<Path> matches(String pattern) {
        return patterns.computeIfAbsent(pattern, _ -> source.glob(directory, pattern));
    }

    /** Notes that something was read that bears no time of change: a command's output, a database. */
    void noteUnstamped() {
        unstamped = true;
    }

    List<Path> files() {
        return stamps.entrySet().stream()
                .filter(entry -> entry.getValue().isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean hasChanged() {
        return unstamped
                || stamps.entrySet().stream()
                        .anyMatch(entry ->
                                !Objects.equals(entry.getValue(), Optional.ofNullable(source.stamp(entry.getKey()))))
                || patterns.entrySet().stream()
                        .anyMatch(
                                entry -> !source.glob(directory, entry.getKey()).equals(entry.getValue()));
    }
}
