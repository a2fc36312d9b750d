package org.asterism.core.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.asterism.core.testing.AllocationMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslationTest {
    private static final int MAX_BYTES = 4 * Translator.MAX_SAMPLES;

    private final MemorySegment memory = Arena.ofAuto().allocate(MAX_BYTES);
    private final MediaFrame frame = new MediaFrame();

    @ParameterizedTest
    @CsvSource({
        "0xFF, 0",
        "0x7F, 0",
        "0x80, 32124",
        "0x00, -32124",
        "0xFE, 8",
        "0x7E, -8",
        "0xEF, 132",
        "0x9F, 8316",
        "0xB0, 3900"
    })
    void shouldExpandUlaw(String code, int sample) {
        assertThat(G711.ULAW_TO_LINEAR[Integer.decode(code)]).isEqualTo((short) sample);
    }

    @ParameterizedTest
    @CsvSource({"0xD5, 8", "0x55, -8", "0xAA, 32256", "0x2A, -32256", "0xD4, 24", "0x80, 5504", "0xC5, 264"})
    void shouldExpandAlaw(String code, int sample) {
        assertThat(G711.ALAW_TO_LINEAR[Integer.decode(code)]).isEqualTo((short) sample);
    }

    @Test
    void shouldCompressWhatItExpandedToTheSameCode() {
        for (int code = 0; code < 256; code++) {
            int ulaw = G711.ULAW_TO_LINEAR[code] & 0xFFFF;
            int alaw = G711.ALAW_TO_LINEAR[code] & 0xFFFF;
            // µ-law has two codes for zero.
            assertThat(G711.LINEAR_TO_ULAW[ulaw >> G711.ULAW_SHIFT] & 0xFF).isEqualTo(code == 0x7F ? 0xFF : code);
            assertThat(G711.LINEAR_TO_ALAW[alaw >> G711.ALAW_SHIFT] & 0xFF).isEqualTo(code);
        }
    }

    @Test
    void shouldCompressToTheNearestCode() {
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            int index = sample & 0xFFFF;
            int back = G711.ULAW_TO_LINEAR[G711.LINEAR_TO_ULAW[index >> G711.ULAW_SHIFT] & 0xFF];
            assertThat(Math.abs(back - sample)).isLessThanOrEqualTo(Math.max(12, Math.abs(sample) / 24 + 4));
            back = G711.ALAW_TO_LINEAR[G711.LINEAR_TO_ALAW[index >> G711.ALAW_SHIFT] & 0xFF];
            assertThat(Math.abs(back - sample)).isLessThanOrEqualTo(Math.max(16, Math.abs(sample) / 24));
        }
    }

    @Test
    void shouldKnowTheWaysBetweenFormats() {
        assertThat(Translation.path(Format.ULAW, Format.ULAW)).containsExactly(Format.ULAW);
        assertThat(Translation.path(Format.ULAW, Format.ALAW)).containsExactly(Format.ULAW, Format.ALAW);
        assertThat(Translation.path(Format.ULAW, Format.SLIN16))
                .containsExactly(Format.ULAW, Format.SLIN, Format.SLIN16);
        assertThat(Translation.path(Format.SLIN16, Format.ALAW))
                .containsExactly(Format.SLIN16, Format.SLIN, Format.ALAW);
        assertThat(Translation.path(Format.ULAW, Format.G729)).isEmpty();
        assertThat(Translation.between(Format.OPUS, Format.SLIN)).isNull();
        assertThat(Translation.exists(Format.G729, Format.G729)).isTrue();
    }

    @Test
    void shouldKeepATelephoneToneThroughSixteenKilohertz() {
        Translator up = translator(Format.SLIN, Format.SLIN16);
        Translator down = translator(Format.SLIN16, Format.SLIN);
        double worst = 0;
        double delay = HalfBandFilter.SIDE + HalfBandFilter.REACH / 2.0;
        for (int start = 0; start < 8000; start += 160) {
            sine(start, 160, 1000, 8000);
            MediaFrame wide = Objects.requireNonNull(up.translate(frame));
            assertThat(wide.length()).isEqualTo(640);
            MediaFrame narrow = Objects.requireNonNull(down.translate(wide));
            assertThat(narrow.length()).isEqualTo(320);
            for (int i = 0; i < 160 && start > 0; i++) {
                double expected = 10_000 * Math.sin(2 * Math.PI * 1000 * (start + i - delay) / 8000);
                worst = Math.max(worst, Math.abs(expected - narrow.memory().get(Samples.SLIN, 2L * i)));
            }
        }
        assertThat(worst).isLessThan(30);
    }

    @Test
    void shouldFilterOutWhatEightKilohertzCannotCarry() {
        Translator down = translator(Format.SLIN16, Format.SLIN);
        int loudest = 0;
        for (int start = 0; start < 16_000; start += 320) {
            sine(start, 320, 5200, 16_000);
            MediaFrame narrow = Objects.requireNonNull(down.translate(frame.wrap(Format.SLIN16, memory, 0, 640, 0)));
            for (int i = 0; i < 160 && start > 0; i++) {
                loudest = Math.max(loudest, Math.abs(narrow.memory().get(Samples.SLIN, 2L * i)));
            }
        }
        assertThat(loudest).isLessThan(20);
    }

    @Test
    void shouldTakeFramesOfAnyLengthAndRefuseGiants() {
        Translator down = translator(Format.SLIN16, Format.ULAW);
        int samples = 0;
        for (int length = 1; length < 200; length++) {
            MediaFrame result = down.translate(frame.wrap(Format.SLIN16, memory, 0, 2 * length, 0));
            samples += result == null ? 0 : result.length();
        }
        assertThat(samples).isEqualTo(200 * 199 / 2 / 2);
        Translator plain = translator(Format.ULAW, Format.ALAW);
        assertThat(plain.translate(frame.wrap(Format.ULAW, memory, 0, Translator.MAX_SAMPLES + 1, 0)))
                .isNull();
        assertThat(plain.translate(frame.wrap(Format.ULAW, memory, 0, 0, 0))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ULAW,ALAW",
        "ALAW,ULAW",
        "ULAW,SLIN",
        "SLIN,ULAW",
        "ALAW,SLIN16",
        "SLIN16,ALAW",
        "SLIN,SLIN16",
        "SLIN16,SLIN"
    })
    void shouldNotAllocatePerFrame(Format from, Format to) {
        Translator translator = translator(from, to);
        frame.wrap(from, memory, 0, from.bytesPer20Ms(), 0);
        assertThat(AllocationMeter.leastBytes(1000, () -> translator.translate(frame)))
                .isZero();
    }

    @Test
    void shouldGatherSamplesToWholeFramesOfGsm() {
        Translator translator = translator(Format.SLIN, Format.GSM);
        assertThat(translator.translate(frame.wrap(Format.SLIN, memory, 0, 2 * 100, 0)))
                .isNull();
        assertThat(Objects.requireNonNull(translator.translate(frame.wrap(Format.SLIN, memory, 0, 2 * 100, 0)))
                        .length())
                .isEqualTo(33);
        assertThat(Objects.requireNonNull(translator.translate(frame.wrap(Format.SLIN, memory, 0, 2 * 120, 0)))
                        .length())
                .isEqualTo(33);
        assertThat(Objects.requireNonNull(translator.translate(frame.wrap(Format.SLIN, memory, 0, 2 * 800, 0)))
                        .length())
                .isEqualTo(5 * 33);
    }

    private static Translator translator(Format from, Format to) {
        return Objects.requireNonNull(Translation.between(from, to));
    }

    private void sine(int start, int count, int frequency, int rate) {
        for (int i = 0; i < count; i++) {
            short sample = (short) Math.round(10_000 * Math.sin(2 * Math.PI * frequency * (start + i) / rate));
            memory.set(Samples.SLIN, 2L * i, sample);
        }
        frame.wrap(Format.SLIN, memory, 0, 2 * count, 0);
    }
}
