package org.asterism.core.config;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.asterism.core.config.ConfigException.Reason;
import org.jspecify.annotations.Nullable;

/** One reading of one file and what it includes. */
final class ParseRun {
    private final ConfigSource source;
    private final Path directory;
    private final boolean execIncludes;
    private final RealtimeMappings realtime;
    private final ReadFiles read;
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final SectionTable sections = new SectionTable(problems);
    private final Set<String> includes = new HashSet<>();
    private @Nullable DraftSection newest; // included lines before a header belong to this one, wherever the include is
    private int depth;
    private int parsed;

    ParseRun(ConfigSource source, Path directory, boolean execIncludes, RealtimeMappings realtime) {
        this.source = source;
        this.directory = directory;
        this.execIncludes = execIncludes;
        this.realtime = realtime;
        this.read = new ReadFiles(source, directory);
    }

    ConfigFile read(String fileName) throws ConfigException {
        Path path = directory.resolve(fileName).normalize();
        RealtimeMapping mapping = realtime.find(path);
        if (mapping != null) {
            parseRows(mapping);
            return new ConfigFile(path, sections.finish(), problems, read);
        }
        byte[] content = contentOf(path);
        if (content == null) {
            throw new ConfigException(
                    Reason.MISSING,
                    ConfigProblem.error(nameOf(path), 0, "The configuration file " + path + " does not exist"),
                    "create it, or name another folder with astetcdir in asterisk.conf");
        }
        parse(nameOf(path), path.toString(), content, null);
        return new ConfigFile(path, sections.finish(), problems, read);
    }

    private void parse(String file, String path, byte[] content, @Nullable DraftSection includedFrom)
            throws ConfigException {
        depth++;
        parsed++;
        DraftSection current = newest;
        boolean headless = true;
        for (SourceLines.Line line : SourceLines.of(content, file, path, problems)) {
            Place place = new Place(path, file, line.number());
            try {
                switch (line.text().charAt(0)) {
                    case '[' -> {
                        current = newest = sections.open(SectionHeader.parse(line.text()), place);
                        headless = false;
                    }
                    case '#' -> obey(Directive.parse(line.text()), place, current);
                    default -> {
                        if (headless && current != null && current != includedFrom && depth > 1) {
                            problems.add(place.warning("The lines from " + place + " on belong to section ["
                                    + current.name + "], the last one opened, not to the one with the #include"));
                        }
                        sections.set(current, line.text(), place);
                        headless = false;
                    }
                }
            } catch (Rejection e) {
                String message = e.text() + ", " + place;
                throw new ConfigException(
                        Reason.REJECTED, ConfigProblem.error(file, line.number(), message), e.advice());
            }
        }
        depth--;
    }

    /** Reads what stands in a database instead of in a file. */
    private void parseRows(RealtimeMapping mapping) throws ConfigException {
        depth++;
        parsed++;
        read.noteUnstamped();
        DraftSection current = null;
        int metric = 0;
        for (StaticRow row : rowsOf(mapping)) {
            Place place = new Place(mapping.source(), mapping.source(), (int) row.id());
            try {
                if (current == null || !current.name.equals(row.category()) || metric != row.metric()) {
                    current = newest = sections.open(row.category(), place);
                    metric = row.metric();
                }
                if (row.name().equals("#include")) {
                    include(row.value(), place, current, true);
                } else {
                    sections.add(current, row.name(), row.value(), place);
                }
            } catch (Rejection e) {
                throw new ConfigException(
                        Reason.REJECTED,
                        ConfigProblem.error(place.file(), place.line(), e.text() + ", " + place),
                        e.advice());
            }
        }
        depth--;
    }

    private List<StaticRow> rowsOf(RealtimeMapping mapping) throws ConfigException {
        RealtimeEngine engine = realtime.engine(mapping);
        if (engine == null) {
            throw new ConfigException(
                    Reason.UNREADABLE,
                    ConfigProblem.error(
                            mapping.source(),
                            0,
                            mapping.where() + " has " + mapping.file() + " read from '" + mapping.engine()
                                    + "', which no module provides"),
                    "load res_config_" + mapping.engine() + ".so, or remove the line");
        }
        try {
            return engine.rows(mapping.database(), mapping.table(), mapping.file());
        } catch (IOException e) {
            throw new ConfigException(
                    Reason.UNREADABLE,
                    ConfigProblem.error(mapping.source(), 0, "Cannot read " + mapping.source() + ": " + e.getMessage()),
                    "see " + mapping.where());
        }
    }

    private void obey(Directive directive, Place place, @Nullable DraftSection current)
            throws ConfigException, Rejection {
        if (directive.kind() == null) {
            problems.add(place.warning("Unknown directive '#" + directive.word() + "' at " + place));
        } else if (directive.argument().isEmpty()) {
            String what = directive.kind() == Directive.Kind.EXEC ? "/path/to/executable" : "filename";
            problems.add(place.warning(
                    "Directive '#" + directive.word() + "' needs an argument (" + what + ") at " + place));
        } else {
            switch (directive.kind()) {
                case INCLUDE -> include(directive.argument(), place, current, true);
                case TRYINCLUDE -> include(directive.argument(), place, current, false);
                case EXEC -> execute(directive.argument(), place, current);
            }
        }
    }

    private void include(String name, Place place, @Nullable DraftSection current, boolean required)
            throws ConfigException, Rejection {
        if (!includes.add(name)) {
            problems.add(place.warning(
                    "'" + place.path() + "', line " + place.line() + ":  Same File included more than once!"));
        }
        boolean found = false;
        for (Path path : pathsOf(name)) {
            RealtimeMapping mapping = realtime.find(path);
            if (mapping != null) {
                found = true;
                if (mayGoDeeper(place)) {
                    parseRows(mapping);
                }
                continue;
            }
            byte[] content = contentOf(path);
            if (content != null) {
                found = true;
                if (mayGoDeeper(place)) {
                    parse(nameOf(path), path.toString(), content, current);
                }
            }
        }
        if (!found && required) {
            throw new Rejection(
                    "The file '" + name + "' was listed as a #include but it does not exist",
                    "create it in " + directory + ", or write #tryinclude");
        }
    }

    private List<Path> pathsOf(String name) {
        try {
            return name.chars().anyMatch(c -> DiskSource.MAGIC.indexOf(c) >= 0)
                    ? read.matches(name)
                    : List.of(directory.resolve(name).normalize());
        } catch (InvalidPathException _) {
            return List.of(); // no file can have such a name
        }
    }

    private boolean mayGoDeeper(Place place) throws Rejection {
        if (parsed >= ConfigParser.MAX_FILES) {
            throw new Rejection(
                    "More than " + ConfigParser.MAX_FILES + " files are included",
                    "check for files that include each other");
        }
        if (depth >= ConfigParser.MAX_INCLUDE_DEPTH) {
            problems.add(place.warning("Maximum Include level (" + ConfigParser.MAX_INCLUDE_DEPTH + ") exceeded, "
                    + place + ": what it names is not included"));
            return false;
        }
        return true;
    }

    private void execute(String command, Place place, @Nullable DraftSection current)
            throws ConfigException, Rejection {
        if (!execIncludes) {
            problems.add(place.warning("Cannot perform #exec unless execincludes option is enabled in asterisk.conf"
                    + " (options section)! Skipped: " + place));
        } else if (mayGoDeeper(place)) {
            read.noteUnstamped();
            try {
                parse("#exec " + command, "#exec " + command, ExecInclude.outputOf(command), current);
            } catch (IOException e) {
                throw new Rejection(
                        "#exec " + command + " failed: " + e.getMessage(), "run it by hand to see what it says");
            }
        }
    }

    private byte @Nullable [] contentOf(Path path) throws ConfigException {
        read.note(path);
        try {
            return source.read(path);
        } catch (IOException e) {
            throw new ConfigException(
                    Reason.UNREADABLE,
                    ConfigProblem.error(nameOf(path), 0, "Cannot read " + path + " (" + e + ")"),
                    "check its permissions and that it is a text file");
        }
    }

    private String nameOf(Path path) {
        return (path.startsWith(directory) ? directory.relativize(path) : path).toString();
    }
}
