package org.asterism.core.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a configuration file and the files it includes say. Immutable; section names compare without regard to case. */
public final class ConfigFile {
    private static final Path NOWHERE = Path.of("");

    private final Path file;
    private final List<ConfigSection> sections;
    private final Map<String, List<ConfigSection>> byName = new HashMap<>();
    private final List<ConfigProblem> problems;
    private final ReadFiles read;

    ConfigFile(Path file, List<ConfigSection> sections, List<ConfigProblem> problems, ReadFiles read) {
        this.file = file;
        this.sections = List.copyOf(sections);
        this.problems = List.copyOf(problems);
        this.read = read;
        for (ConfigSection section : sections) {
            byName.computeIfAbsent(lower(section.name()), _ -> new ArrayList<>())
                    .add(section);
        }
    }

    /**
     * Reads a file of a folder and all it includes, without {@code #exec}.
     *
     * @throws ConfigException as {@link ConfigParser#parse}.
     */
    public static ConfigFile parse(Path directory, String fileName) throws ConfigException {
        return new ConfigParser(ConfigSource.disk(), directory).parse(fileName);
    }

    /**
     * Reads a text as if it were a file of that name; it can include nothing.
     *
     * @throws ConfigException when the text has a mistake that leaves its meaning open.
     */
    public static ConfigFile ofText(String fileName, String text) throws ConfigException {
        return new ConfigParser(new MemorySource(NOWHERE).put(fileName, text), NOWHERE).parse(fileName);
    }

    /**
     * Stands for a file that cannot be used, where its consumer does without.
     *
     * @param fileName its name
     * @return one with nothing in it
     */
    public static ConfigFile empty(String fileName) {
        return new ConfigFile(
                NOWHERE.resolve(fileName), List.of(), List.of(), new ReadFiles(new MemorySource(NOWHERE), NOWHERE));
    }

    /** {@return the file, in the configuration folder} */
    public Path file() {
        return file;
    }

    /** {@return the visible sections in the order of their headers; templates are not among them} */
    public List<ConfigSection> sections() {
        return sections;
    }

    /** {@return the first visible section of that name, or null} */
    public @Nullable ConfigSection section(String name) {
        List<ConfigSection> found = sections(name);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** {@return all visible sections of that name, in order} */
    public List<ConfigSection> sections(String name) {
        return List.copyOf(byName.getOrDefault(lower(name), List.of()));
    }

    /** {@return what its author should know: lines skipped, files included twice and the like} */
    public List<ConfigProblem> problems() {
        return problems;
    }

    /** {@return the files read, each once, this one first} */
    public List<Path> sources() {
        return read.files();
    }

    /**
     * Tells whether reading again could give something else: a file read was written or removed, a file that was missing
     * or a new match of an include pattern has turned up, a command was run, or it came from a database. Looks at the file system.
     */
    public boolean hasChanged() {
        return read.hasChanged();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
