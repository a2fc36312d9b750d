package org.asterism.core.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.asterism.core.media.Format;
import org.asterism.core.media.MediaFrame;
import org.asterism.core.media.MediaSource;
import org.asterism.core.testing.AllocationMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundLibraryTest {
    private final Path first;
    private final Path second;
    private final SoundLibrary library;

    SoundLibraryTest(@TempDir Path folder) {
        first = folder.resolve("first");
        second = folder.resolve("second");
        library = new SoundLibrary(List.of(first, second));
    }

    @Test
    void shouldTakeTheFileInTheFormatOfTheLegElseTheBest() throws IOException {
        write(first.resolve("en/hello.ulaw"), 160);
        write(first.resolve("en/hello.sln"), 320);
        write(first.resolve("en/hello.gsm"), 33);
        assertThat(find("hello", "en", Format.ULAW).format()).isEqualTo(Format.ULAW);
        assertThat(find("hello", "en", Format.GSM).format()).isEqualTo(Format.GSM);
        assertThat(find("hello", "en", Format.ALAW).format()).isEqualTo(Format.SLIN);
        assertThat(library.find("hello", "en", Format.G729)).isNull();
    }

    @Test
    void shouldTryLanguagesThenFolders() throws IOException {
        write(first.resolve("en/a.ulaw"), 1);
        write(first.resolve("en_GB/a.ulaw"), 2);
        write(first.resolve("plain.ulaw"), 3);
        write(second.resolve("de/a.ulaw"), 4);
        write(second.resolve("de/digits/1.ulaw"), 5);
        assertThat(find("a", "en_GB", Format.ULAW).audio().byteSize()).isEqualTo(2);
        assertThat(find("a", "en_NZ", Format.ULAW).audio().byteSize()).isEqualTo(1);
        assertThat(find("plain", "fr", Format.ULAW).audio().byteSize()).isEqualTo(3);
        assertThat(find("digits/1", "de", Format.ULAW).audio().byteSize()).isEqualTo(5);
    }

    @Test
    void shouldTakeAbsoluteNamesButNotLeaveItsFolders(@TempDir Path elsewhere) throws IOException {
        write(elsewhere.resolve("mine.alaw"), 160);
        assertThat(find(elsewhere.resolve("mine").toString(), "en", Format.ULAW).format())
                .isEqualTo(Format.ALAW);
        write(first.resolveSibling("outside.ulaw"), 160);
        assertThat(library.find("../../outside", "en", Format.ULAW)).isNull();
        assertThat(library.find("../outside", "", Format.ULAW)).isNull();
        assertThat(library.find("", "en", Format.ULAW)).isNull();
        assertThat(library.find("x\0y", "en", Format.ULAW)).isNull();
    }

    @Test
    void shouldReadAChangedFileAgain() throws IOException {
        Path file = first.resolve("en/news.ulaw");
        write(file, 100);
        Sound old = find("news", "en", Format.ULAW);
        assertThat(find("news", "en", Format.ULAW)).isSameAs(old);
        write(file, 200);
        assertThat(find("news", "en", Format.ULAW).audio().byteSize()).isEqualTo(200);
        assertThat(old.audio().byteSize()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"asterism-greeting", "beep", "digits/0", "digits/9", "asterism-waiting"})
    void shouldHavePromptsOfItsOwn(String name) {
        assertThat(find(name, "en", Format.SLIN).milliseconds()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"1,8000,16,SLIN", "1,16000,16,SLIN16", "7,8000,8,ULAW", "6,8000,8,ALAW"})
    void shouldReadWaveFiles(short code, int rate, short bits, Format format) throws IOException {
        byte[] file = wave(code, (short) 1, rate, bits, 320);
        Files.createDirectories(first.resolve("en"));
        Files.write(first.resolve("en/w.wav"), file);
        Sound sound = find("w", "en", format);
        assertThat(sound.format()).isEqualTo(format);
        assertThat(sound.audio().byteSize()).isEqualTo(320);
        MediaFrame frame = Objects.requireNonNull(sound.play().next());
        assertThat(frame.length()).isEqualTo(Math.min(320, format.bytesPer20Ms()));
    }

    @Test
    void shouldRefuseDamagedAndForeignWaveFiles() throws IOException {
        Files.createDirectories(first.resolve("en"));
        byte[] stereo = wave((short) 1, (short) 2, 44_100, (short) 16, 320);
        Files.write(first.resolve("en/stereo.wav"), stereo);
        assertThat(library.find("stereo", "en", Format.ULAW)).isNull();
        byte[] whole = wave((short) 1, (short) 1, 8000, (short) 16, 40);
        for (int length = 0; length < 44; length++) {
            Files.write(first.resolve("en/cut.wav"), Arrays.copyOf(whole, length));
            assertThat(library.find("cut", "en", Format.ULAW)).isNull();
        }
    }

    @Test
    void shouldPlayAFileInOrderToItsEnd() throws IOException {
        write(first.resolve("en/long.ulaw"), 1000);
        MediaSource source = find("long", "en", Format.ULAW).play();
        int length = 0;
        for (MediaFrame frame = source.next(); frame != null; frame = source.next()) {
            assertThat(frame.memory().get(ValueLayout.JAVA_BYTE, frame.offset()))
                    .isEqualTo((byte) length);
            length += frame.length();
        }
        assertThat(length).isEqualTo(1000);
        assertThat(source.next()).isNull();
    }

    @Test
    void shouldNotAllocatePerFrame() throws IOException {
        write(first.resolve("en/long.ulaw"), 16_000_000);
        Sound sound = find("long", "en", Format.ALAW);
        MediaSource source = Objects.requireNonNull(sound.play().in(Format.ALAW));
        assertThat(AllocationMeter.leastBytes(1000, source::next)).isZero();
        MediaSource tone = new ToneSource(Tone.parse("480+620/500,0/500"), ToneSource.INDICATION_LEVEL);
        MediaSource translated = Objects.requireNonNull(tone.in(Format.ULAW));
        assertThat(AllocationMeter.leastBytes(1000, translated::next)).isZero();
    }

    private Sound find(String name, String language, Format format) {
        return Objects.requireNonNull(library.find(name, language, format), name);
    }

    private static void write(Path file, int bytes) throws IOException {
        Files.createDirectories(file.getParent());
        byte[] content = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            content[i] = (byte) i;
        }
        Files.write(file, content);
    }

    private static byte[] wave(short code, short channels, int rate, short bits, int bytes) {
        MemorySegment file = Arena.ofAuto().allocate(WaveHeader.LENGTH + bytes);
        WaveHeader.write(file, rate, bytes);
        file.set(ValueLayout.JAVA_SHORT_UNALIGNED, 20, code);
        file.set(ValueLayout.JAVA_SHORT_UNALIGNED, 22, channels);
        file.set(ValueLayout.JAVA_SHORT_UNALIGNED, 34, bits);
        return file.toArray(ValueLayout.JAVA_BYTE);
    }
}
