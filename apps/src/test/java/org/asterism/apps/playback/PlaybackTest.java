package org.asterism.apps.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
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

@Timeout(180)
class PlaybackTest {
    private final Path sounds;
    private final TestPbx pbx;
    private final MemoryLoop loop = new MemoryLoop("test");
    private final ModuleHarness module;
    private final MemoryLeg alice;

    PlaybackTest(@TempDir Path folder) throws Exception {
        sounds = folder.resolve("sounds/en");
        Files.createDirectories(sounds);
        pbx = new TestPbx(folder);
        module = new ModuleHarness(pbx, new PlaybackModule());
        alice = new MemoryTechnology(pbx.channels(), loop, Format.ULAW, true).incoming("alice");
    }

    @AfterEach
    void close() {
        module.close();
        loop.close();
    }

    @Test
    void shouldAnswerAndPlayOneFileAfterTheOther() throws IOException {
        Files.write(sounds.resolve("one.ulaw"), audio(500, 1));
        Files.write(sounds.resolve("two.ulaw"), audio(320, 2));
        module.run(alice.channel(), "Playback", "one&two").join();
        byte[] heard = alice.media().heard();
        assertThat(Arrays.copyOf(heard, 500)).isEqualTo(audio(500, 1));
        assertThat(Arrays.copyOfRange(heard, 500, heard.length)).isEqualTo(audio(320, 2));
        assertThat(alice.done()).containsExactly("answer");
        assertThat(alice.channel().variables().get("PLAYBACKSTATUS")).isEqualTo("SUCCESS");
    }

    @Test
    void shouldSayWhenAFileIsMissing() {
        module.run(alice.channel(), "Playback", "nowhere").join();
        assertThat(alice.channel().variables().get("PLAYBACKSTATUS")).isEqualTo("FAILED");
    }

    @Test
    void shouldObeySkipAndNoanswer() throws IOException {
        Files.write(sounds.resolve("one.ulaw"), audio(160, 1));
        module.run(alice.channel(), "Playback", "one,skip").join();
        assertThat(alice.media().heard()).isEmpty();
        module.run(alice.channel(), "Playback", "one,noanswer").join();
        assertThat(alice.media().heard()).hasSize(160);
        assertThat(alice.done()).isEmpty();
    }

    @Test
    void shouldEndWithTheCall() throws IOException {
        Files.write(sounds.resolve("long.ulaw"), audio(8000 * 60, 1));
        CompletableFuture<Void> playback = module.run(alice.channel(), "Playback", "long");
        Eventually.await("audio", () -> alice.media().heard().length > 0);
        alice.channel().legEvents().onHangup(HangupCause.NORMAL_CLEARING);
        assertThat(ModuleHarness.failure(playback)).isInstanceOf(ChannelHungUp.class);
    }

    private static byte[] audio(int bytes, int seed) {
        byte[] audio = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            audio[i] = (byte) (i * 13 + seed);
        }
        return audio;
    }
}
