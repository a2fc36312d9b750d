package org.asterism.apps.clialiases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.testing.ModuleHarness;
import org.asterism.core.testing.TestPbx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AliasModuleTest {
    @TempDir
    Path folder;

    private final List<String> answer = new ArrayList<>();
    private TestPbx pbx;

    @BeforeEach
    void open() {
        pbx = new TestPbx(folder);
        pbx.cli()
                .register(
                        new DeclaredCommand(
                                "core show help",
                                "Help",
                                "Usage: core show help",
                                request -> {
                                    request.println("help " + request.arguments());
                                    return request.arguments().contains("x") ? CliResult.SHOW_USAGE : CliResult.SUCCESS;
                                },
                                (arguments, prefix) -> List.of(prefix + arguments.size())),
                        "core");
    }

    @AfterEach
    void close() {
        pbx.database().close();
    }

    @Test
    void shouldOfferTheUsualAliasesWithoutAFile() throws Exception {
        try (ModuleHarness _ = new ModuleHarness(pbx, new AliasModule())) {
            assertThat(pbx.cli().run("HELP \"a b\" c\\\"d", answer::add)).isEqualTo(CliResult.SUCCESS);
            assertThat(answer).containsExactly("help [a b, c\"d]");
            assertThat(pbx.cli().complete("help core s")).containsExactly("s1");
            assertThat(pbx.cli().complete("hel")).containsExactly("help");
            answer.clear();
            assertThat(pbx.cli().run("cli show aliases", answer::add)).isEqualTo(CliResult.SUCCESS);
            assertThat(answer)
                    .contains(
                            "%-50s %-50s".formatted("Alias Command", "Real Command"),
                            "%-50s %-50s".formatted("hangup request", "channel request hangup"));
        }
        assertThat(pbx.cli().run("help", answer::add)).isEqualTo(CliResult.FAILURE);
    }

    @Test
    void shouldTakeAliasesFromTheTemplatesOfItsFile() throws Exception {
        Files.writeString(folder.resolve("cli_aliases.conf"), """
            [general]
            template = mine
            template = nosuch
            [mine]
            die die=core show help x
            core show help=core show help
            loop=loop again
            to=fro
            fro=to
            [others]
            hidden=core show help
            """);
        AliasModule module = new AliasModule();
        try (ModuleHarness _ = new ModuleHarness(pbx, module)) {
            assertThat(pbx.cli().run("die die now", answer::add)).isEqualTo(CliResult.SILENT_FAILURE);
            assertThat(answer).containsExactly("help [x, now]", "Usage: core show help");
            assertThat(pbx.cli().run("hidden", answer::add)).isEqualTo(CliResult.FAILURE);
            assertThat(pbx.cli().run("loop", answer::add)).isEqualTo(CliResult.FAILURE);
            answer.clear();
            assertThat(pbx.cli().run("to x", answer::add)).isEqualTo(CliResult.SILENT_FAILURE);
            assertThat(answer).singleElement().asString().contains("leads back to itself");
            assertThat(pbx.cli().complete("fro ")).isEmpty();
            Files.writeString(folder.resolve("cli_aliases.conf"), "[general]\ntemplate=m\n[m]\nh=core show help\n");
            module.reload();
            answer.clear();
            assertThat(pbx.cli().run("h", answer::add)).isEqualTo(CliResult.SUCCESS);
            assertThat(pbx.cli().run("die die now", answer::add)).isEqualTo(CliResult.FAILURE);
        }
    }
}
