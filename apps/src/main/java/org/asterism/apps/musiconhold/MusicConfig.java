package org.asterism.apps.musiconhold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.asterism.core.Pbx;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.config.OptionValues;
import org.asterism.core.module.ModuleDeclined;
import org.asterism.core.sound.SoundFileType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads {@code musiconhold.conf}. */
final class MusicConfig {
    private static final Logger LOG = LoggerFactory.getLogger(MusicConfig.class);
    private static final String FILE = "musiconhold.conf";

    private MusicConfig() {}

    /**
     * Reads the classes.
     *
     * @param pbx where the file is
     * @return classes by name, the default among them
     * @throws ModuleDeclined the file has a mistake that leaves its meaning open
     */
    static Map<String, MusicClass> read(Pbx pbx) throws ModuleDeclined {
        Map<String, MusicClass> classes = new TreeMap<>();
        classes.put(MusicClass.DEFAULT, MusicClass.BUILT_IN);
        if (!Files.exists(pbx.directories().etc().resolve(FILE))) {
            return classes;
        }
        try {
            ConfigFile file = pbx.config().parse(FILE);
            file.problems().forEach(problem -> LOG.warn("{}", problem));
            for (ConfigSection section : file.sections()) {
                if (!section.name().equals("general")) {
                    classes.put(section.name(), musicClass(pbx.directories().data(), section));
                }
            }
        } catch (ConfigException e) {
            throw new ModuleDeclined(e.getMessage() == null ? FILE : e.getMessage(), e);
        }
        return classes;
    }

    private static MusicClass musicClass(Path data, ConfigSection section) {
        OptionValues values = MusicOptions.SET.bind(section);
        values.problems().forEach(problem -> LOG.warn("{}", problem));
        MusicClass.Order order = values.get(MusicOptions.SORT);
        if (values.get(MusicOptions.MODE).equals("playlist")) {
            return new MusicClass(section.name(), null, values.all(MusicOptions.ENTRY), order);
        }
        Path folder = data.resolve(values.get(MusicOptions.DIRECTORY));
        List<String> tracks = tracks(folder);
        if (tracks.isEmpty()) {
            LOG.warn("{}: class '{}' has no sound files in {}", section.where(), section.name(), folder);
        }
        return new MusicClass(section.name(), folder.toString(), tracks, order);
    }

    /** The sound files of a folder by name, each once whatever formats it is there in. */
    private static List<String> tracks(Path folder) {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> {
                String name = String.valueOf(file.getFileName());
                int dot = name.lastIndexOf('.');
                if (dot > 0 && SoundFileType.of(name.substring(dot + 1)) != null) {
                    names.add(folder.resolve(name.substring(0, dot))
                            .toAbsolutePath()
                            .toString());
                }
            });
        } catch (IOException e) {
            LOG.warn("The folder {} of music on hold cannot be read: {}", folder, e.toString());
        }
        return new ArrayList<>(names);
    }
}
