package org.asterism.apps.musiconhold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.asterism.core.channel.ChannelHungUp;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.media.Format;
import org.asterism.core.module.ModuleDeclined;
import org.asterism.core.sound.MusicOnHold;
import org.asterism.core.testing.AllocationMeter;
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
class MusicOnHoldTest {
    private final Path folder;
    private final TestPbx pbx;
    private final MemoryLoop loop = new MemoryLoop("test");
    private final MemoryLeg alice;

    MusicOnHoldTest(@TempDir Path folder) {
        this.folder = folder;
        pbx = new TestPbx(folder);
        alice = new MemoryTechnology(pbx.channels(), loop, Format.ULAW, true).incoming("alice");
    }

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void shouldPlayTheProjectsOwnMusicWithoutConfiguration() throws Exception {
        try (ModuleHarness module = new ModuleHarness(pbx, new MusicOnHoldModule())) {
            module.run(alice.channel(), "MusicOnHold", ",0.1").join();
            assertThat(Objects.requireNonNull(pbx.services().find(MusicOnHold.class))
                            .start(alice.channel(), null))
                    .isTrue();
            Eventually.await("music", () -> alice.media().heard().length > 0);
        }
        assertThat(pbx.services().find(MusicOnHold.class)).isNull();
    }

    @Test
    void shouldPlayTheFilesOfAFolderAgainAndAgain() throws Exception {
        Files.createDirectories(folder.resolve("moh"));
        Files.write(folder.resolve("moh/b.ulaw"), filled(320, 2));
        Files.write(folder.resolve("moh/a.ulaw"), filled(160, 1));
        Files.write(folder.resolve("moh/README.txt"), filled(160, 3));
        conf("[default]\nmode = files\ndirectory = moh\n");
        try (ModuleHarness module = new ModuleHarness(pbx, new MusicOnHoldModule())) {
            CompletableFuture<Void> music = module.run(alice.channel(), "MusicOnHold", "");
            Eventually.await("music", () -> alice.media().heard().length >= 160 * 60);
            assertThat(alice.media().heard()).containsOnly(1, 2);
            assertThat(Arrays.copyOf(alice.media().heard(), 160)).containsOnly(1);
            alice.channel().legEvents().onHangup(HangupCause.NORMAL_CLEARING);
            assertThat(ModuleHarness.failure(music)).isInstanceOf(ChannelHungUp.class);
            List<String> lines = new ArrayList<>();
            pbx.cli().run("moh show classes", lines::add);
            assertThat(lines)
                    .containsExactly("Class: default", "\tMode: files", "\tDirectory: " + folder.resolve("moh"));
        }
    }

    @Test
    void shouldReadItsFileAgainAndKeepTheOldOneWhenItIsWrong() throws Exception {
        MusicOnHoldModule module = new MusicOnHoldModule();
        try (ModuleHarness _ = new ModuleHarness(pbx, module)) {
            conf("[jazz]\nmode = playlist\nentry = digits/1\nentry = digits/2\n");
            module.reload();
            List<String> lines = new ArrayList<>();
            pbx.cli().run("moh show files", lines::add);
            assertThat(lines).contains("Class: jazz", "\tFile: digits/1", "\tFile: digits/2");
            conf("#include missing.conf\n");
            assertThatThrownBy(module::reload).isInstanceOf(ModuleDeclined.class);
            pbx.cli().run("moh show files", lines::add);
            assertThat(lines).endsWith("\tFile: digits/2");
        }
    }

    @Test
    void shouldNotAllocatePerFrame() {
        TrackSource source = new TrackSource(MusicClass.BUILT_IN, pbx.sounds(), "en", Format.ULAW);
        assertThat(AllocationMeter.leastBytes(400, source::next)).isZero();
    }

    private void conf(String text) throws IOException {
        Files.writeString(folder.resolve("musiconhold.conf"), text);
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
