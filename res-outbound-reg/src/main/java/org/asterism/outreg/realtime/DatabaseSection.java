package org.asterism.outreg.realtime;

import java.io.IOException;
import java.util.List;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigParser;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.config.OptionSet;
import org.asterism.core.config.OptionValues;

/** What a module's own file says of a database: read at each use, so that it needs no reload. */
final class DatabaseSection {
    private DatabaseSection() {}

    /**
     * Finds the options of a database.
     *
     * @param config   reads the file
     * @param options  what the file may say
     * @param database names the section
     * @param fallback the section that counts when there is none of that name, empty for none
     * @return the options
     * @throws IOException there are none, or they have mistakes; the message says where
     */
    static OptionValues find(ConfigParser config, OptionSet options, String database, String fallback)
            throws IOException {
        ConfigFile file;
        try {
            file = config.parse(options.file());
        } catch (ConfigException e) {
            throw new IOException(e.getMessage(), e);
        }
        ConfigSection section = file.section(database);
        if (section == null && !fallback.isEmpty()) {
            section = file.section(fallback);
        }
        if (section == null) {
            throw new IOException("there is no section [" + database + "] in " + options.file()
                    + "; write one, or name another database in extconfig.conf");
        }
        OptionValues values = options.bind(section);
        List<ConfigProblem> problems = values.problems();
        if (!problems.isEmpty()) {
            throw new IOException(problems.getFirst().message());
        }
        return values;
    }
}
