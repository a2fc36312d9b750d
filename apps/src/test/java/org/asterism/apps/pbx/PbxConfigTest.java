package org.asterism.apps.pbx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.asterism.core.cli.CliResult;
import org.asterism.core.module.ModuleDeclined;
import org.asterism.core.testing.ModuleHarness;
import org.asterism.core.testing.TestPbx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PbxConfigTest {
    @TempDir
    private Path folder;

    @Test
    void shouldKeepTheOldPlanWhenTheFileIsBad() throws Exception {
        TestPbx pbx = pbx("[globals]\nG=1\n[a]\nexten => 1,1,NoOp\n");
        try (ModuleHarness _ = new ModuleHarness(pbx, new PbxConfigModule())) {
            write("[a]\nexten => 2,1,NoOp\n[unclosed\n");
            List<String> answer = new ArrayList<>();
            assertThat(pbx.cli().run("dialplan reload", answer::add)).isEqualTo(CliResult.FAILURE);
            assertThat(answer.getFirst()).contains("no closing ']'", "line 3");
            assertThat(pbx.dialplan().exists("a", "1", 1, "")).isTrue();
            assertThat(pbx.dialplan().exists("a", "2", 1, "")).isFalse();
            write("[general]\nclearglobalvars=yes\n[a]\nexten => 2,1,NoOp\n");
            assertThat(console(pbx, "dialplan reload")).containsExactly("Dialplan reloaded.");
            assertThat(pbx.dialplan().exists("a", "1", 1, "")).isFalse();
            assertThat(pbx.dialplan().exists("a", "2", 1, "")).isTrue();
            assertThat(pbx.dialplan().globals().all()).isEmpty();
        }
        assertThat(pbx.dialplan().exists("a", "2", 1, "")).isFalse();
        pbx.database().close();
    }

    @Test
    void shouldDeclineWithoutAFile() {
        TestPbx pbx = new TestPbx(folder);
        assertThatThrownBy(() -> new ModuleHarness(pbx, new PbxConfigModule()))
                .isInstanceOf(ModuleDeclined.class)
                .hasMessageContaining("extensions.conf");
        pbx.database().close();
    }

    @Test
    void shouldChangeExtensionsFromTheConsole() throws Exception {
        TestPbx pbx = pbx("[default]\n");
        try (ModuleHarness _ = new ModuleHarness(pbx, new PbxConfigModule())) {
            assertThat(console(pbx, "dialplan add extension 999,1,NoOp,x into default"))
                    .containsExactly("Extension '999,1,NoOp(x)' added into 'default' context");
            assertThat(console(pbx, "dialplan add extension 999,1,NoOp,x into default"))
                    .startsWith("Extension 999@default with priority 1 already exists");
            assertThat(console(pbx, "dialplan add extension 999,1,NoOp,y into default replace"))
                    .containsExactly("Extension 999@default (1) replace by '999,1,NoOp(y)'");
            assertThat(console(pbx, "dialplan add extension 999,2,NoOp(a,b) into default"))
                    .containsExactly("Extension '999,2,NoOp(a,b)' added into 'default' context");
            assertThat(console(pbx, "dialplan add extension 998,n,NoOp(a) into default"))
                    .startsWith("'n' is not a valid priority");
            assertThat(console(pbx, "dialplan show 999@default"))
                    .containsExactly(
                            "[ Context 'default' created by 'pbx_config' ]",
                            "  '999' =>          1. NoOp(y)                                    [pbx_config]",
                            "                    2. NoOp(a,b)                                  [pbx_config]",
                            "",
                            "-= 1 extension (2 priorities) in 1 context. =-");
            assertThat(console(pbx, "dialplan remove extension 999@default 2"))
                    .containsExactly("Extension 999@default with priority 2 removed");
            assertThat(console(pbx, "dialplan remove extension 999@default"))
                    .containsExactly("Whole extension 999@default removed");
            assertThat(console(pbx, "dialplan remove extension 999@default"))
                    .startsWith("Failed to remove extension 999@default");
        }
        pbx.database().close();
    }

    private TestPbx pbx(String extensionsConf) throws Exception {
        write(extensionsConf);
        return new TestPbx(folder);
    }

    private void write(String extensionsConf) throws Exception {
        Files.writeString(folder.resolve("extensions.conf"), extensionsConf);
    }

    private static List<String> console(TestPbx pbx, String line) {
        List<String> lines = new ArrayList<>();
        pbx.cli().run(line, lines::add);
        return lines;
    }
}
