package org.asterism.core.log;

import java.nio.file.Path;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigParser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads logger.conf into the {@link Log}. */
public final class LogConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(LogConfiguration.class);
    private static final String FILE = "logger.conf";

    private final Log log;
    private final ConfigParser config;
    private final Path directory;

    /**
     * @param log       what is configured
     * @param config    reads the file
     * @param directory where log files are: astlogdir
     */
    public LogConfiguration(Log log, ConfigParser config, Path directory) {
        this.log = log;
        this.config = config;
        this.directory = directory;
    }

    /** Configures the log for the first time: without a usable file, by its defaults. */
    public void load() {
        try {
            apply();
        } catch (ConfigException e) {
            log.configure(LogSettings.defaults(directory));
            if (e.reason() != ConfigException.Reason.MISSING) {
                LOG.error("{}; the log goes where it goes without a {}", e.getMessage(), FILE);
            }
        }
    }

    /**
     * Configures the log again. Files are opened anew.
     *
     * @throws ConfigException the file cannot be used: everything stays as it was, unless there is none any more
     */
    public void reload() throws ConfigException {
        try {
            apply();
        } catch (ConfigException e) {
            if (e.reason() != ConfigException.Reason.MISSING) {
                throw e;
            }
            log.configure(LogSettings.defaults(directory));
        }
    }

    private void apply() throws ConfigException {
        LogSettings settings = LogSettings.read(config.parse(FILE), directory);
        log.configure(settings);
        settings.problems().forEach(problem -> problem.log(LOG));
    }
}
