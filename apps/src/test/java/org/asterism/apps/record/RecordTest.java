package org.asterism.apps.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class RecordTest {
    private final Path folder;
    private final MemoryLoop loop = new MemoryLoop("test");
    private final ModuleHarness module;
    private final MemoryLeg alice;
    private final Channel channel;

    RecordTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        TestPbx pbx = new TestPbx(folder);
        module = new ModuleHarness(pbx, new RecordModule());
        alice = new MemoryTechnology(pbx.channels(), loop, Format.ULAW, true).incoming("alice");
        channel = alice.channel();
    }

    @AfterEach
    void close() {
        module.close();
        loop.close();
    }

    @Test
    void shouldRecordUntilHash() throws IOException {
        CompletableFuture<Void> record = module.run(channel, "Record", folder + "/said%d.ulaw");
        Path file = folder.resolve("said0.ulaw");
        Eventually.await("file", () -> Files.exists(file));
        Runnable talk = loop.everyTick(() -> say(1, (byte) 0x10));
        Eventually.await("audio", () -> size(file) >= 1600);
        talk.run();
        channel.legEvents().onDigitEnd('1');
        channel.legEvents().onDigitEnd('#');
        record.join();
        assertThat(variable("RECORD_STATUS")).isEqualTo("DTMF");
        assertThat(variable("RECORDED_FILE")).isEqualTo(folder + "/said0");
        assertThat(alice.media().heard()).hasSizeGreaterThan(2000);
        assertThat(Files.readAllBytes(file)).containsOnly(0x10);
        assertThat(RecordedFile.of(folder, folder + "/said%d.ulaw").nameWithoutEnding())
                .endsWith("/said1");
    }

    @Test
    void shouldEndAfterSilenceAndCutIt() {
        CompletableFuture<Void> record = module.run(channel, "Record", "said.sln,2,,q");
        Path file = folder.resolve("sounds/said.sln");
        Eventually.await("file", () -> Files.exists(file));
        Runnable talk = loop.everyTick(() -> say(1, (byte) 0x10));
        Eventually.await("audio", () -> size(file) > 0);
        talk.run();
        long spoken = size(file);
        Runnable silence = loop.everyTick(() -> say(1, (byte) 0xFF));
        record.join();
        assertThat(variable("RECORD_STATUS")).isEqualTo("SILENCE");
        silence.run();
        // Two seconds or little more ended it; the last second of them stays.
        assertThat(size(file)).isBetween(spoken + 980 * 16, spoken + 10_000 * 16);
    }

    @Test
    void shouldEndAfterTheLongestDuration() {
        module.run(channel, "Record", "said.wav,,0.2,q").join();
        assertThat(variable("RECORD_STATUS")).isEqualTo("TIMEOUT");
    }

    @Test
    void shouldDeleteTheFileOfACallerWhoHangsUpUnlessToldOtherwise() {
        CompletableFuture<Void> record = module.run(channel, "Record", "said.ulaw,,,q");
        Path file = folder.resolve("sounds/said.ulaw");
        Eventually.await("file", () -> Files.exists(file));
        channel.legEvents().onHangup(HangupCause.NORMAL_CLEARING);
        assertThat(ModuleHarness.failure(record)).isInstanceOf(ChannelHungUp.class);
        assertThat(variable("RECORD_STATUS")).isEqualTo("HANGUP");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "noending", "x.mp3", "../../etc/x.wav", "x.WAV"})
    void shouldRefuseNamesThatAreNoSoundFiles(String name) {
        module.run(channel, "Record", name).join();
        assertThat(variable("RECORD_STATUS")).isEqualTo("ERROR");
    }

    private void say(int frames, byte code) {
        byte[] audio = new byte[160];
        Arrays.fill(audio, code);
        for (int i = 0; i < frames; i++) {
            alice.media().speak(Format.ULAW, audio);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException _) {
            return -1;
        }
    }

    private String variable(String name) {
        String value = channel.variables().get(name);
        return value == null ? "" : value;
    }
}
