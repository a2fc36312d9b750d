package org.asterism.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsteriskConfTest {
    @TempDir
    private Path folder;

    private Path home;
    private Path file;

    @BeforeEach
    void make() throws IOException {
        home = folder.resolve("program");
        file = Files.createDirectories(folder.resolve("b/etc")).resolve("asterisk.conf");
    }

    private AsteriskConf read(String text) throws IOException, ConfigException {
        Files.writeString(file, text);
        return AsteriskConf.read(file, home);
    }

    @Test
    void shouldPutTheStateBesideTheProgramWhereNothingIsSaid() throws Exception {
        Directories paths = read("").directories().paths();

        assertThat(paths.etc()).isEqualTo(folder.resolve("b/etc"));
        assertThat(paths.varlib()).isEqualTo(home.resolve("var/lib"));
        assertThat(paths.db()).isEqualTo(home.resolve("var/lib"));
        assertThat(paths.run()).isEqualTo(home.resolve("var/run"));
        assertThat(paths.modules()).isEqualTo(home.resolve("target/asterism/modules"));
    }

    @Test
    void shouldHonourDirectories() throws Exception {
        Directories paths = read("""
            [directories]
            astetcdir => /etc/asterisk
            astvarlibdir => ../lib
            astrundir => ../run
            """).directories().paths();

        assertThat(paths.etc()).isEqualTo(Path.of("/etc/asterisk"));
        assertThat(paths.varlib()).isEqualTo(folder.resolve("b/lib"));
        assertThat(paths.db()).isEqualTo(folder.resolve("b/lib"));
        assertThat(paths.run()).isEqualTo(folder.resolve("b/run"));
    }

    @Test
    void shouldPassOverDirectoriesThatAreATemplate() throws Exception {
        assertThat(read("[directories](!)\nastvarlibdir => /var/lib/asterisk")
                        .directories()
                        .paths()
                        .varlib())
                .isEqualTo(home.resolve("var/lib"));
    }

    @Test
    void shouldPassOverAModuleFolderOfSharedObjects() throws Exception {
        Path objects = Files.createDirectories(folder.resolve("objects"));
        Files.writeString(objects.resolve("chan_iax2.so"), "");
        String text = "[directories]\nastmoddir => " + objects;
        assertThat(read(text).directories().paths().modules()).isEqualTo(home.resolve("target/asterism/modules"));

        Files.writeString(objects.resolve("chan-iax2.jar"), "");
        assertThat(read(text).directories().paths().modules()).isEqualTo(objects);
    }

    @Test
    void shouldNameTheControlSocketAndThePidFile() throws Exception {
        AsteriskConf conf = read("[directories]\nastrundir => ../run\n[files]\nastctl = b.ctl");

        assertThat(conf.controlSocket()).isEqualTo(folder.resolve("b/run/b.ctl"));
        assertThat(conf.pidFile()).isEqualTo(folder.resolve("b/run/asterisk.pid"));
    }

    @Test
    void shouldSayWhatItDoesNotKnowAndWhatHasNoEffect() throws Exception {
        assertThat(read("[options]\nverbos = 3\nmaxload = 0.9\nmaxcalls = many").problems())
                .extracting(ConfigProblem::message)
                .containsExactly(
                        "asterisk.conf:2: unknown option 'verbos' in [options], did you mean 'verbose'?",
                        "asterisk.conf:3: option 'maxload' is read but has no effect yet",
                        "asterisk.conf:4: option 'maxcalls' cannot be 'many': expected an integer from 0 to 10000000;"
                                + " the line is not used");
    }
}
