package org.asterism.outreg.realtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.asterism.core.config.ConfigParser;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;
import org.asterism.core.config.RealtimeEngine;
import org.asterism.core.config.StaticRow;
import org.sqlite.SQLiteConfig;

/** Reads configuration files from SQLite files named in res_config_sqlite3.conf. */
final class Sqlite3Engine implements RealtimeEngine {
    private static final int BUSY_MS = 5000;
    private static final Option<String> DBFILE =
            Option.text("dbfile", "", "The SQLite file; a relative path begins in astdbdir");

    static final OptionSet OPTIONS =
            OptionSet.of("res_config_sqlite3.conf", "database", "A SQLite file, named as in extconfig.conf.", DBFILE);

    private final ConfigParser config;
    private final Path directory;

    /**
     * @param config    reads res_config_sqlite3.conf
     * @param directory where relative paths begin
     */
    Sqlite3Engine(ConfigParser config, Path directory) {
        this.config = config;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "sqlite3";
    }

    @Override
    public List<StaticRow> rows(String database, String table, String file) throws IOException {
        String path = DatabaseSection.find(config, OPTIONS, database, "").get(DBFILE);
        Path dbFile = directory.resolve(path);
        if (path.isEmpty() || !Files.isRegularFile(dbFile)) {
            throw new IOException("dbfile of [" + database + "] in " + OPTIONS.file()
                    + (path.isEmpty() ? " is not set" : ": " + dbFile + " does not exist"));
        }
        SQLiteConfig settings = new SQLiteConfig();
        settings.setReadOnly(true);
        settings.setBusyTimeout(BUSY_MS);
        try (Connection connection = settings.createConnection("jdbc:sqlite:" + dbFile)) {
            return JdbcRows.of(connection, table, "cat_metric ASC, var_metric ASC, id ASC", file);
        } catch (SQLException e) {
            throw new IOException(dbFile + ": " + e.getMessage(), e);
        }
    }
}
