package org.asterism.core.config;

import java.nio.file.Path;

/** Reads configuration files in Asterisk's grammar. Immutable; any thread. */
public final class ConfigParser {
    /** The largest single file that is read, in bytes. */
    public static final int MAX_FILE_BYTES = 16 * 1024 * 1024;
    /** How deep {@code #include}s may nest, the first file counted. */
    public static final int MAX_INCLUDE_DEPTH = 10;
    /** How many files one parse may read, the same file counted each time. */
    public static final int MAX_FILES = 1_000;

    private final ConfigSource source;
    private final Path directory;
    private final boolean execIncludes;
    private final RealtimeMappings realtime;

    /** Creates a parser of files from {@code source}; relative names are relative to {@code directory}. */
    public ConfigParser(ConfigSource source, Path directory) {
        this(source, directory.normalize(), false, new RealtimeMappings(source, directory.normalize()));
    }

    private ConfigParser(ConfigSource source, Path directory, boolean execIncludes, RealtimeMappings realtime) {
        this.source = source;
        this.directory = directory;
        this.execIncludes = execIncludes;
        this.realtime = realtime;
    }

    /** {@return a parser that runs the commands of {@code #exec} lines if told so (asterisk.conf: execincludes)} */
    public ConfigParser withExecIncludes(boolean allowed) {
        return new ConfigParser(source, directory, allowed, realtime);
    }

    /** {@return which files are read from databases instead} */
    public RealtimeMappings realtime() {
        return realtime;
    }

    /**
     * Reads a file and all it includes; from a database where extconfig.conf says so, which may block.
     *
     * @param fileName relative to the configuration folder, or absolute.
     * @throws ConfigException when it does not exist, cannot be read, or has a mistake that leaves its meaning open.
     */
    public ConfigFile parse(String fileName) throws ConfigException {
        return new ParseRun(source, directory, execIncludes, realtime).read(fileName);
    }
}
