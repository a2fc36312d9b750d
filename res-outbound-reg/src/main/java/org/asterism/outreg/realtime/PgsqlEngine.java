package org.asterism.outreg.realtime;

import java.io.IOException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.asterism.core.config.ConfigParser;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;
import org.asterism.core.config.OptionValues;
import org.asterism.core.config.RealtimeEngine;
import org.asterism.core.config.StaticRow;

/** Reads configuration files from PostgreSQL as res_pgsql.conf says. */
final class PgsqlEngine implements RealtimeEngine {
    private static final String CONNECT_SECONDS = "10";
    private static final String ANSWER_SECONDS = "30";
    private static final Option<String> JDBCURL = Option.text(
            "jdbcurl", "", "jdbc:postgresql://host:port/database?option=value, instead of dbhost, dbport and dbname");
    private static final Option<String> DBHOST = Option.text("dbhost", "127.0.0.1", "The server");
    private static final Option<Integer> DBPORT = Option.integer("dbport", 1, 65535, 5432, "Its port");
    private static final Option<String> DBNAME = Option.text("dbname", "asterisk", "The database");
    private static final Option<String> DBUSER = Option.text("dbuser", "asterisk", "Who asks");
    private static final Option<String> DBPASS = Option.secret("dbpass", "The password");

    static final OptionSet OPTIONS = OptionSet.of(
            "res_pgsql.conf",
            "general",
            "The PostgreSQL server; a section named as the database in extconfig.conf goes before it.",
            JDBCURL,
            DBHOST,
            DBPORT,
            DBNAME,
            DBUSER,
            DBPASS);

    private final ConfigParser config;

    /**
     * @param config reads res_pgsql.conf
     */
    PgsqlEngine(ConfigParser config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "pgsql";
    }

    @Override
    public List<StaticRow> rows(String database, String table, String file) throws IOException {
        OptionValues options = DatabaseSection.find(config, OPTIONS, database, OPTIONS.section());
        String url = options.get(JDBCURL).isEmpty()
                ? "jdbc:postgresql://" + options.get(DBHOST) + ":" + options.get(DBPORT) + "/" + options.get(DBNAME)
                : options.get(JDBCURL);
        Properties properties = new Properties();
        properties.setProperty("user", options.get(DBUSER));
        properties.setProperty("password", options.get(DBPASS));
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        properties.setProperty("socketTimeout", ANSWER_SECONDS);
        properties.setProperty("readOnly", "true");
        properties.setProperty("ApplicationName", "Asterism");
        try (Connection connection = driver().connect(url, properties)) {
            if (connection == null) {
                throw new IOException("jdbcurl in " + OPTIONS.file() + " does not begin with jdbc:postgresql:");
            }
            return JdbcRows.of(connection, table, "cat_metric DESC, var_metric ASC, category, var_name, id", file);
        } catch (SQLException e) {
            // A jdbcurl may have a password in it, and the driver quotes one that it cannot read: so no cause either.
            throw new IOException(
                    "PostgreSQL: " + String.valueOf(e.getMessage()).replace(url, "jdbcurl") + "; see [" + database
                            + "] or [" + OPTIONS.section() + "] in " + OPTIONS.file());
        }
    }

    /** By name, so that the driver is loaded when it is used and not when this module is. */
    private static Driver driver() throws IOException {
        try {
            return Class.forName("org.postgresql.Driver")
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IOException("the PostgreSQL driver that belongs to this module cannot be used: " + e, e);
        }
    }
}
