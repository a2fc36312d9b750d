package org.asterism.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealtimeMappingsTest implements RealtimeEngine {
    private static final Path ETC = Path.of("/etc/asterisk");

    private final MemorySource files = new MemorySource(ETC);
    private final ConfigParser parser = new ConfigParser(files, ETC);
    private final Map<String, List<StaticRow>> rows = new HashMap<>();
    private Runnable unload = () -> {};
    private String broken = "";

    @Override
    public String name() {
        return "test";
    }

    @Override
    public List<StaticRow> rows(String database, String table, String file) throws IOException {
        if (!broken.isEmpty()) {
            throw new IOException(broken);
        }
        return rows.getOrDefault(database + "/" + table + "/" + file, List.of());
    }

    @BeforeEach
    void mapped() {
        files.put("extconfig.conf", "[settings]\npjsip.conf => test,\"db\",ast_config\n");
        files.put("pjsip.conf", "[ondisk]\n");
        rows.put(
                "db/ast_config/pjsip.conf",
                List.of(
                        new StaticRow(11, 0, "my_provider", "type", "registration"),
                        new StaticRow(12, 0, "my_provider", "server_uri", "sip:a@example.com;transport=tcp"),
                        new StaticRow(17, 1, "auth", "type", "auth"),
                        new StaticRow(18, 2, "auth", "type", "aor"),
                        new StaticRow(19, 2, "auth", "#include", "more.conf")));
        files.put("more.conf", "contact = sip:x\n[last]\n");
        unload = parser.realtime().register(this);
    }

    private List<String> names(String file) throws ConfigException {
        return parser.parse(file).sections().stream().map(ConfigSection::name).toList();
    }

    @Test
    void rowsBecomeSections() throws ConfigException {
        ConfigFile file = parser.parse("pjsip.conf");
        assertThat(names("pjsip.conf")).containsExactly("my_provider", "auth", "auth", "last");
        ConfigEntry uri = file.sections().getFirst().lastEntry("server_uri");
        assertThat(uri.value()).isEqualTo("sip:a@example.com;transport=tcp");
        assertThat(uri.where()).isEqualTo("pjsip.conf (test,db,ast_config):12");
        assertThat(file.sections().get(2).last("contact")).isEqualTo("sip:x");
        assertThat(file.hasChanged()).isTrue();
    }

    @Test
    void changesOfTheDatabaseAndOfTheMappingAreSeen() throws ConfigException {
        assertThat(names("pjsip.conf")).hasSize(4);
        rows.put("db/ast_config/pjsip.conf", List.of(new StaticRow(20, 0, "other", "a", "b")));
        assertThat(names("pjsip.conf")).containsExactly("other");
        files.put("extconfig.conf", "[settings]\n");
        assertThat(names("pjsip.conf")).containsExactly("ondisk");
        files.remove("extconfig.conf");
        assertThat(names("pjsip.conf")).containsExactly("ondisk");
    }

    @Test
    void mappedFileMayBeIncluded() throws ConfigException {
        files.put("iax.conf", "[general]\n#include pjsip.conf\n");
        assertThat(names("iax.conf")).containsExactly("general", "my_provider", "auth", "auth", "last");
    }

    @Test
    void whatCannotBeReadIsRefusedWithAReason() {
        broken = "the database is asleep";
        assertThatThrownBy(() -> parser.parse("pjsip.conf"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("the database is asleep")
                .hasMessageContaining("extconfig.conf:2");
        unload.run();
        assertThatThrownBy(() -> parser.parse("pjsip.conf"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("extconfig.conf:2")
                .hasMessageContaining("load res_config_test.so");
    }

    @Test
    void someFilesAreNeverMappedAndBadLinesMapNothing() throws ConfigException {
        files.put("extconfig.conf", """
            [settings]
            modules.conf => test,db,ast_config
            sippeers => test,db,peers
            iax.conf => test,db
            pjsip.conf => test,db,x;y
            acl.conf => test,db,schema.t
            evil.conf => test,db,"t where 1"
            """);
        assertThat(parser.realtime().all()).extracting(RealtimeMapping::file).containsExactly("acl.conf", "pjsip.conf");
    }

    @Test
    void consoleListsThem() {
        files.put("extconfig.conf", "[settings]\npjsip.conf => test,db,t\niax.conf => pgsql,db,t\n");
        List<String> lines = new ArrayList<>();
        new ConfigMappingsCommand(parser.realtime())
                .run(new org.asterism.core.cli.CliRequest("", List.of(), List.of(), lines::add));
        assertThat(lines)
                .containsExactly(
                        "Config Engine: test",
                        "===> pjsip.conf (db=db, table=t)",
                        "Without an engine: no module that is loaded reads these",
                        "===> iax.conf (db=db, table=t)");
    }
}
