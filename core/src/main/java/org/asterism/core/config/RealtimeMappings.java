package org.asterism.core.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which configuration files are read from databases: extconfig.conf, and the engines that modules provide. The file is read again
 * when it has changed. Safe for any thread.
 */
public final class RealtimeMappings {
    private static final Logger LOG = LoggerFactory.getLogger(RealtimeMappings.class);
    private static final String FILE = "extconfig.conf";
    /** Needed before any engine is loaded. */
    private static final Set<String> NEVER_MAPPED = Set.of("asterisk.conf", FILE, "logger.conf", "modules.conf");

    private final ConfigSource source;
    private final Path directory;
    private final Map<String, RealtimeEngine> engines = new ConcurrentSkipListMap<>();
    private Map<String, RealtimeMapping> mappings = Map.of();
    private ConfigSource.@Nullable Stamp stamp;

    RealtimeMappings(ConfigSource source, Path directory) {
        this.source = source;
        this.directory = directory;
    }

    /**
     * Offers a kind of database.
     *
     * @param engine reads it
     * @return takes it back, for {@link org.asterism.core.module.ModuleContext#onUnload}
     * @throws IllegalStateException there is one of that name
     */
    public Runnable register(RealtimeEngine engine) {
        if (engines.putIfAbsent(engine.name(), engine) != null) {
            throw new IllegalStateException("there is a configuration engine '" + engine.name() + "' already");
        }
        return () -> engines.remove(engine.name(), engine);
    }

    /** {@return the names of the engines, sorted} */
    public List<String> engines() {
        return List.copyOf(engines.keySet());
    }

    /** {@return the mappings, by file} */
    public synchronized List<RealtimeMapping> all() {
        refresh();
        return List.copyOf(mappings.values());
    }

    /** {@return the mapping of a file of the configuration folder, or null} */
    synchronized @Nullable RealtimeMapping find(Path file) {
        if (!directory.equals(file.getParent() == null ? Path.of("") : file.getParent())) {
            return null;
        }
        refresh();
        return mappings.get(file.getFileName().toString());
    }

    /** {@return the engine of a mapping, or null when no module provides it} */
    @Nullable
    RealtimeEngine engine(RealtimeMapping mapping) {
        return engines.get(mapping.engine());
    }

    private void refresh() {
        Path file = directory.resolve(FILE);
        ConfigSource.Stamp now = source.stamp(file);
        if (Objects.equals(now, stamp)) {
            return;
        }
        stamp = now; // first, as reading the file comes back here
        try {
            mappings = now == null ? Map.of() : read(new ParseRun(source, directory, false, this).read(FILE));
        } catch (ConfigException e) {
            LOG.error("{}; the mappings stay as they were", e.getMessage());
        }
    }

    private static Map<String, RealtimeMapping> read(ConfigFile file) {
        Map<String, RealtimeMapping> found = new TreeMap<>();
        file.problems().forEach(problem -> problem.log(LOG));
        ConfigSection settings = file.section("settings");
        List<ConfigEntry> entries = settings == null ? List.of() : settings.entries();
        for (ConfigEntry entry : entries) {
            if (NEVER_MAPPED.contains(entry.key())) {
                LOG.warn("{}: Cannot bind '{}'!: it is needed before any database", entry.where(), entry.key());
            } else if (!entry.key().endsWith(".conf")) {
                LOG.warn(
                        "{}: '{}' has no effect: whole files can be read from databases, single objects cannot",
                        entry.where(),
                        entry.key());
            } else {
                try {
                    found.put(entry.key(), RealtimeMapping.parse(entry));
                } catch (IllegalArgumentException e) {
                    LOG.error("{}", e.getMessage());
                }
            }
        }
        return found;
    }
}
