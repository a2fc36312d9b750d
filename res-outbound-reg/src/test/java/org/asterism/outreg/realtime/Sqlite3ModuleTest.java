package org.asterism.outreg.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.testing.ModuleHarness;
import org.asterism.core.testing.TestPbx;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Sqlite3ModuleTest {
    @TempDir
    private Path folder;

    private TestPbx pbx;

    @BeforeEach
    void setUp() throws Exception {
        pbx = new TestPbx(folder);
        Files.writeString(folder.resolve("extconfig.conf"), "[settings]\npjsip.conf => sqlite3,asterisk,ast_config\n");
        Files.writeString(folder.resolve("res_config_sqlite3.conf"), "[asterisk]\ndbfile => realtime.sqlite3\n");
        execute("""
            CREATE TABLE ast_config (id INTEGER PRIMARY KEY, cat_metric INT DEFAULT 0, var_metric INT DEFAULT 0,
              commented INT DEFAULT 0, filename TEXT, category TEXT, var_name TEXT, var_val TEXT)\
            """);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("realtime.sqlite3"));
    }

    private void row(int category, int variable, int commented, String file, String... values) throws SQLException {
        try (Connection connection = open();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO ast_config (cat_metric, var_metric, commented, filename, category, var_name,"
                                + " var_val) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, category);
            insert.setInt(2, variable);
            insert.setInt(3, commented);
            insert.setString(4, file);
            for (int i = 0; i < 3; i++) {
                insert.setString(5 + i, values[i]);
            }
            insert.execute();
        }
    }

    @Test
    void fileIsReadFromTheTable() throws Exception {
        row(2, 1, 0, "pjsip.conf", "auth", "type", "auth");
        row(1, 2, 0, "pjsip.conf", "my_provider", "server_uri", "sip:registrar@example.com");
        row(1, 1, 0, "pjsip.conf", "my_provider", "type", "registration");
        row(1, 3, 1, "pjsip.conf", "my_provider", "expiration", "60");
        row(1, 1, 0, "iax.conf", "other", "type", "peer");
        try (ModuleHarness _ = new ModuleHarness(pbx, new Sqlite3Module())) {
            ConfigFile file = pbx.config().parse("pjsip.conf");
            assertThat(file.sections()).extracting(ConfigSection::name).containsExactly("my_provider", "auth");
            assertThat(file.sections().getFirst().entries())
                    .extracting(entry -> entry.key() + "=" + entry.value() + " at " + entry.line())
                    .containsExactly("type=registration at 3", "server_uri=sip:registrar@example.com at 2");

            execute("UPDATE ast_config SET var_val = 'sip:new@example.com' WHERE var_name = 'server_uri'");
            assertThat(file.hasChanged()).isTrue();
            assertThat(pbx.config().parse("pjsip.conf").sections().getFirst().last("server_uri"))
                    .isEqualTo("sip:new@example.com");
        }
        assertThatThrownBy(() -> pbx.config().parse("pjsip.conf")).hasMessageContaining("load res_config_sqlite3.so");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[asterisk] | dbfile of [asterisk] in res_config_sqlite3.conf is not set",
                "[asterisk];dbfile = nosuch.db | nosuch.db does not exist",
                "[asterisk];dbfiel = realtime.sqlite3 | dbfiel",
                "[other];dbfile = realtime.sqlite3 | there is no section [asterisk] in res_config_sqlite3.conf",
                "[asterisk];dbfile = res_config_sqlite3.conf | not a database",
            })
    void mistakesAreTold(String text, String message) throws Exception {
        Files.writeString(folder.resolve("res_config_sqlite3.conf"), text.replace(';', '\n'));
        try (ModuleHarness _ = new ModuleHarness(pbx, new Sqlite3Module())) {
            assertThatThrownBy(() -> pbx.config().parse("pjsip.conf"))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining(message)
                    .hasMessageContaining("extconfig.conf:2");
            assertThat(Files.exists(folder.resolve("nosuch.db"))).isFalse();
        }
    }

    @Test
    void tableThatIsNotThereIsTold() throws Exception {
        Files.writeString(folder.resolve("extconfig.conf"), "[settings]\npjsip.conf => sqlite3,asterisk,nosuch\n");
        try (ModuleHarness _ = new ModuleHarness(pbx, new Sqlite3Module())) {
            assertThatThrownBy(() -> pbx.config().parse("pjsip.conf")).hasMessageContaining("no such table: nosuch");
        }
    }
}
