package org.asterism.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSourceTest {
    @TempDir
    Path etc;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.createDirectories(etc.resolve("inc.d/deep"));
        Files.writeString(etc.resolve("x.conf"), "[a]\n#include inc.d/*.conf\n");
        Files.writeString(etc.resolve("inc.d/b.conf"), "b=1\n");
        Files.writeString(etc.resolve("inc.d/a.conf"), "a=1\n");
        Files.writeString(etc.resolve("inc.d/.hidden.conf"), "hidden=1\n");
        Files.writeString(etc.resolve("inc.d/deep/c.conf"), "c=1\n");
        Files.createDirectories(etc.resolve("inc.d/folder.conf"));
    }

    @Test
    void shouldReadFilesAndWhatTheyInclude() throws ConfigException {
        ConfigFile file = ConfigFile.parse(etc, "x.conf");

        assertThat(ConfigGrammarTest.entries(Objects.requireNonNull(file.section("a"))))
                .isEqualTo("a=1|b=1");
        assertThat(file.file()).isEqualTo(etc.resolve("x.conf"));
        assertThat(file.sources())
                .containsExactly(etc.resolve("x.conf"), etc.resolve("inc.d/a.conf"), etc.resolve("inc.d/b.conf"));
    }

    @Test
    void shouldFindFilesByPatternsInFolderNamesToo() {
        ConfigSource disk = ConfigSource.disk();

        assertThat(disk.glob(etc, "*/deep/?.conf")).containsExactly(etc.resolve("inc.d/deep/c.conf"));
        assertThat(disk.glob(Path.of("/nowhere"), etc + "/inc.[a-d]/{b,c}.conf"))
                .containsExactly(etc.resolve("inc.d/b.conf"));
        assertThat(disk.glob(etc, "inc.d/.*.conf")).containsExactly(etc.resolve("inc.d/.hidden.conf"));
        assertThat(disk.glob(etc, "nowhere/*.conf")).isEmpty();
        assertThat(disk.glob(etc, "inc.d/[b.conf")).isEmpty();
    }

    @Test
    void shouldNoticeAFileWrittenAgain() throws ConfigException, IOException {
        ConfigFile file = ConfigFile.parse(etc, "x.conf");
        assertThat(file.hasChanged()).isFalse();

        Files.setLastModifiedTime(etc.resolve("inc.d/b.conf"), FileTime.fromMillis(1));

        assertThat(file.hasChanged()).isTrue();
    }

    @Test
    void shouldRefuseAFileThatIsTooLarge() throws IOException {
        Files.write(etc.resolve("huge.conf"), new byte[ConfigParser.MAX_FILE_BYTES + 1]);

        ConfigException e = assertThrows(ConfigException.class, () -> ConfigFile.parse(etc, "huge.conf"));

        assertThat(e.reason()).isEqualTo(ConfigException.Reason.UNREADABLE);
        assertThat(e).hasMessageContaining("huge.conf").hasMessageContaining("larger than");
    }

    @Test
    void shouldTakeAFolderForAMissingFile() {
        assertThat(assertThrows(ConfigException.class, () -> ConfigFile.parse(etc, "inc.d"))
                        .reason())
                .isEqualTo(ConfigException.Reason.MISSING);
    }
}
