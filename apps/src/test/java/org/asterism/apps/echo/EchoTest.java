package org.asterism.apps.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.asterism.core.media.Format;
import org.asterism.core.testing.Eventually;
import org.asterism.core.testing.MemoryLeg;
import org.asterism.core.testing.MemoryLoop;
import org.asterism.core.testing.MemoryTechnology;
import org.asterism.core.testing.ModuleHarness;
import org.asterism.core.testing.TestPbx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class EchoTest {
    @Test
    void shouldGiveBackAudioTextAndDigitsUntilHash(@TempDir Path folder) throws Exception {
        TestPbx pbx = new TestPbx(folder);
        try (MemoryLoop loop = new MemoryLoop("test");
                ModuleHarness module = new ModuleHarness(pbx, new EchoModule())) {
            MemoryLeg alice = new MemoryTechnology(pbx.channels(), loop, Format.ULAW, true).incoming("alice");
            CompletableFuture<Void> echo = module.run(alice.channel(), "Echo", "");
            alice.channel().legEvents().onText("hello");
            Eventually.await("text", () -> alice.done().contains("text hello"));
            byte[] audio = {1, 2, 3, 4};
            alice.media().speak(Format.ULAW, audio);
            Eventually.await("audio", () -> alice.media().heard().length == 4);
            assertThat(alice.media().heard()).isEqualTo(audio);
            alice.channel().legEvents().onDigitBegin('1');
            alice.channel().legEvents().onDigitEnd('1');
            alice.channel().legEvents().onDigitBegin('#');
            alice.channel().legEvents().onDigitEnd('#');
            echo.join();
            assertThat(alice.done()).containsExactly("text hello", "begin 1", "end 1");
        }
    }
}
