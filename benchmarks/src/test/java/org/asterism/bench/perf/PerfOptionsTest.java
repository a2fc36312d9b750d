package org.asterism.bench.perf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.asterism.bench.perf.client.ClientSettings;
import org.asterism.iax2.wire.IaxCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerfOptionsTest {
    private static final int REMOTE = 0x0A000001;

    @Test
    void readsScenarioServerAndOptionsInBothForms() {
        PerfOptions options = PerfOptions.parse(
                "bridge", "127.0.0.1:5000", "--calls", "400", "--codec=gsm", "--number", "9{n:5}", "--no-gro");
        assertThat(options.scenario).isEqualTo(Scenario.BRIDGE);
        assertThat(options.host).isEqualTo("127.0.0.1");
        assertThat(options.port).isEqualTo(5000);
        assertThat(options.calls).isEqualTo(400);
        assertThat(options.codec).isEqualTo(IaxCodec.GSM);
        assertThat(options.number).isEqualTo("9{n:5}");
        assertThat(options.gro).isFalse();
    }

    @Test
    void optionsMayStandInFront() {
        PerfOptions options = PerfOptions.parse("--calls", "3", "echo", "pbx.example.org");
        assertThat(options.calls).isEqualTo(3);
        assertThat(options.port).isEqualTo(4569);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo|which server?",
                "'echo h --call 5'|did you mean --calls?",
                "'echo h --bogus 5'|there is no option --bogus",
                "'echo h --calls'|--calls needs a value",
                "'echo h --calls ten'|--calls takes a whole number from 1 to 16000, not 'ten'",
                "'echo h --calls 99999'|--calls takes a whole number",
                "'echo h --loss 101'|--loss takes a number from 0",
                "'echo h --codec opus'|audio codec of fixed rate",
                "'echo h --codec gsm --frame 30'|gsm has no frames of 30 ms",
                "'echo h --codec g729 --frame 10'|too small",
                "'echo h:0'|the server's port takes",
                "'echo h i'|one word too many",
                "'ekko h'|there is no scenario 'ekko'",
                "'mixed h'|--mix bridge=100",
                "'mixed h --mix raw-bridge=1'|--mix takes",
                "'echo h --quiet=1'|--quiet takes no value",
            })
    void saysWhatIsWrong(String line, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerfOptions.parse(line.split(" ")))
                .withMessageContaining(complaint);
    }

    @Test
    void muchLoadOnAnotherMachineHasToBeAskedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> PerfOptions.parse("echo", "h", "--calls", "500").checkTarget(REMOTE))
                .withMessageContaining("--yes");
        PerfOptions.parse("echo", "h", "--calls", "500", "--yes").checkTarget(REMOTE);
        PerfOptions.parse("echo", "h", "--calls", "10", "--rate", "10").checkTarget(REMOTE);
        PerfOptions.parse("echo", "h", "--calls", "500").checkTarget(0x7F000001);
    }

    @ParameterizedTest
    @CsvSource({"u{n},7,u7", "9{n:5},42,900042", "plain,3,plain", "{n}-{n:2},5,5-05", "'a{n',1,'a{n'"})
    void fillsInTheNumberOfACall(String template, int index, String filled) {
        assertThat(ClientSettings.fill(template, index)).isEqualTo(filled);
    }

    @Test
    void aWrongCommandLineEndsWithStatusTwoAndHelpWithZero() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(Perf.run(print, print, "echo")).isEqualTo(2);
        assertThat(Perf.run(print, print, "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("which server?", "--calls N", "raw-bridge");
    }
}
