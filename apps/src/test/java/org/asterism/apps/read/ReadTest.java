package org.asterism.apps.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelHungUp;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.media.Format;
import org.asterism.core.testing.Eventually;
import org.asterism.core.testing.MemoryLeg;
import org.asterism.core.testing.MemoryLoop;
import org.asterism.core.testing.MemoryTechnology;
import org.asterism.core.testing.ModuleHarness;
import org.asterism.core.testing.TestPbx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(180)
class ReadTest {
    private final MemoryLoop loop = new MemoryLoop("test");
    private final ModuleHarness module;
    private final MemoryLeg alice;
    private final Channel channel;

    ReadTest(@TempDir Path folder) throws Exception {
        TestPbx pbx = new TestPbx(folder);
        module = new ModuleHarness(pbx, new ReadModule());
        alice = new MemoryTechnology(pbx.channels(), loop, Format.ULAW, true).incoming("alice");
        channel = alice.channel();
    }

    @AfterEach
    void close() {
        module.close();
        loop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'X', 12#, 12, OK",
        "'X,,3', 12345, 123, OK",
        "'X,,,t(*)', 7#8*, 7#8, OK",
        "'X', #, '', OK",
        "'X,,,,,0.1', 12, 12, TIMEOUT",
        "'X,,,,2,0.05', '', '', TIMEOUT",
        "'X,digits/1,2', 34, 34, OK",
    })
    void shouldReadDigits(String arguments, String pressed, String expected, String status) {
        pressed.chars().forEach(digit -> channel.legEvents().onDigitEnd((char) digit));
        module.run(channel, "Read", arguments).join();
        assertThat(variable("X")).isEqualTo(expected);
        assertThat(variable("READSTATUS")).isEqualTo(status);
        assertThat(alice.done()).containsExactly("answer");
    }

    @Test
    void shouldInterruptThePromptWithTheFirstDigit() {
        CompletableFuture<Void> read = module.run(
                channel, "Read", "X," + String.join("&", Collections.nCopies(20, "asterism-waiting")) + ",1");
        Eventually.await("prompt", () -> alice.media().heard().length > 0);
        channel.legEvents().onDigitEnd('5');
        read.join();
        assertThat(variable("X")).isEqualTo("5");
        assertThat(alice.media().heard().length).isLessThan(20 * 70_000);
    }

    @Test
    void shouldShareTheDigitsAmongVariables() {
        "12*34#".chars().forEach(digit -> channel.legEvents().onDigitEnd((char) digit));
        module.run(channel, "Read", "A&B").join();
        assertThat(variable("A")).isEqualTo("12");
        assertThat(variable("B")).isEqualTo("34");
    }

    @Test
    void shouldSkipWhatIsNotUp() {
        module.run(channel, "Read", "X,,,s").join();
        assertThat(variable("READSTATUS")).isEqualTo("SKIPPED");
        assertThat(alice.done()).isEmpty();
    }

    @Test
    void shouldKeepWhatWasReadWhenTheCallerHangsUp() {
        channel.legEvents().onDigitEnd('9');
        CompletableFuture<Void> read = module.run(channel, "Read", "X");
        channel.legEvents().onHangup(HangupCause.NORMAL_CLEARING);
        assertThat(ModuleHarness.failure(read)).isInstanceOf(ChannelHungUp.class);
        assertThat(variable("READSTATUS")).isEqualTo("HANGUP");
    }

    private String variable(String name) {
        String value = channel.variables().get(name);
        return value == null ? "" : value;
    }
}
