package org.asterism.core.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.asterism.core.media.Format;
import org.asterism.core.testing.Eventually;
import org.asterism.core.testing.MemoryLeg;
import org.asterism.core.testing.MemoryLoop;
import org.asterism.core.testing.MemoryTechnology;
import org.asterism.core.testing.TestPbx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class RecordingTest {
    private final Path folder;
    private final MemoryLoop loop = new MemoryLoop("test");
    private final MemoryLeg alice;

    RecordingTest(@TempDir Path folder) {
        this.folder = folder;
        alice = new MemoryTechnology(new TestPbx(folder).channels(), loop, Format.ULAW, true).incoming("alice");
    }

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void shouldWriteWhatWasSaid() throws IOException {
        Path file = folder.resolve("new/folder/said.ulaw");
        Recording recording = Recording.start(alice.media(), file, SoundFileType.ULAW, false);
        say(recording, 50, (byte) 0x10);
        recording.stop(0);
        byte[] written = Files.readAllBytes(file);
        assertThat(written).hasSize(50 * 160).containsOnly(0x10);
        assertThat(recording.failed()).isFalse();
        assertThat(recording.droppedFrames()).isZero();
    }

    @Test
    void shouldWriteAWaveFileThatTheLibraryReads() throws IOException {
        Path file = folder.resolve("said.wav");
        Recording recording = Recording.start(alice.media(), file, SoundFileType.WAV, false);
        say(recording, 10, (byte) 0x10);
        recording.stop(0);
        recording = Recording.start(alice.media(), file, SoundFileType.WAV, true);
        say(recording, 10, (byte) 0x90);
        recording.stop(100);
        Sound sound = Objects.requireNonNull(
                new SoundLibrary(List.of()).find(folder.resolve("said").toString(), "en", Format.ULAW));
        assertThat(sound.format()).isEqualTo(Format.SLIN);
        assertThat(sound.milliseconds()).isEqualTo(300);
        assertThat(Files.size(file)).isEqualTo(44 + 300 * 16);
    }

    @Test
    void shouldMeasureSilence() throws IOException {
        Recording recording = Recording.start(alice.media(), folder.resolve("said.sln"), SoundFileType.SLIN, false);
        say(recording, 10, (byte) 0x10);
        assertThat(recording.silentMs()).isZero();
        say(recording, 25, (byte) 0xFF);
        assertThat(recording.silentMs()).isEqualTo(500);
        recording.stop(recording.silentMs());
        assertThat(Files.size(folder.resolve("said.sln"))).isEqualTo(10 * 320);
    }

    @Test
    void shouldLeaveARestOfTheSilenceThatEndedIt() throws IOException {
        Recording recording = Recording.start(alice.media(), folder.resolve("said.sln"), SoundFileType.SLIN, false);
        say(recording, 10, (byte) 0x10);
        say(recording, 25, (byte) 0xFF);
        recording.stopAfterSilence(100);
        assertThat(Files.size(folder.resolve("said.sln"))).isEqualTo((200 + 100) * 16);
    }

    private void say(Recording recording, int frames, byte code) {
        long before = recording.recordedMs();
        byte[] audio = new byte[160];
        Arrays.fill(audio, code);
        for (int i = 0; i < frames; i++) {
            alice.media().speak(Format.ULAW, audio);
        }
        Eventually.await("recorded", () -> recording.recordedMs() >= before + frames * 20L);
    }
}
