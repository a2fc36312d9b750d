package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** iax.conf out of a real PostgreSQL: read at the start, again at a reload, and left as it was while the server is away. */
@Tag("interop")
class RealtimeTest {
    private static final String TABLE = """
        CREATE TABLE ast_config (id serial PRIMARY KEY, cat_metric int NOT NULL DEFAULT 0,
          var_metric int NOT NULL DEFAULT 0, commented int NOT NULL DEFAULT 0, filename varchar(128) NOT NULL,
          category varchar(128) NOT NULL, var_name varchar(128) NOT NULL, var_val text NOT NULL)\
        """;

    @TempDir
    Path folder;

    @Test
    void shouldReadAFileFromPostgres() throws IOException {
        int port = Ports.free("127.0.0.61");
        try (PostgresServer database = PostgresServer.start()) {
            database.sql(TABLE);
            row(database, 2, "general", "bindport", String.valueOf(port));
            row(database, 2, "general", "bindaddr", "127.0.0.61");
            row(database, 1, "alice", "type", "friend");
            row(database, 1, "alice", "host", "dynamic");
            row(database, 1, "alice", "secret", "apple");
            try (AsterismProcess asterism = AsterismProcess.start(folder, files(database))) {
                assertThat(asterism.cli("core show config mappings"))
                        .contains("Config Engine: pgsql")
                        .contains("===> iax.conf (db=asterisk, table=ast_config)");
                assertThat(asterism.cli("iax2 show peers")).contains("alice");

                row(database, 0, "bob", "type", "friend");
                row(database, 0, "bob", "host", "dynamic");
                database.sql("UPDATE ast_config SET commented = 1 WHERE category = 'alice'");
                asterism.cli("module reload chan_iax2.so");
                assertThat(asterism.cli("iax2 show peers")).contains("bob").doesNotContain("alice");

                database.sql("ALTER TABLE ast_config RENAME TO gone");
                assertThat(asterism.run("module reload chan_iax2.so").status()).isNotZero();
                assertThat(asterism.cli("iax2 show peers")).contains("bob");
                asterism.awaitLog("extconfig.conf:2", "ast_config");
                assertThat(asterism.log()).doesNotContain(PostgresServer.PASSWORD);
            }
        }
    }

    private static void row(PostgresServer database, int metric, String category, String name, String value) {
        database.sql("INSERT INTO ast_config (cat_metric, filename, category, var_name, var_val) VALUES (" + metric
                + ", 'iax.conf', '" + category + "', '" + name + "', '" + value + "')");
    }

    private static Map<String, String> files(PostgresServer database) {
        return Map.of(
                "extconfig.conf",
                "[settings]\niax.conf => pgsql,asterisk,ast_config\n",
                "res_pgsql.conf",
                """
                [general]
                jdbcurl = jdbc:postgresql://127.0.0.1:%d/postgres
                dbuser = asterisk
                dbpass = %s
                """.formatted(database.port(), PostgresServer.PASSWORD));
    }
}
