package org.asterism.core.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.asterism.core.media.MediaFrame;
import org.asterism.core.media.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToneTest {
    @Test
    void shouldReadSequences() {
        assertThat(Tone.parse("480+620/500,0/250, !440*2/100 ,1004").parts())
                .containsExactly(
                        new Tone.Part(480, 620, false, 500, false),
                        new Tone.Part(0, 0, false, 250, false),
                        new Tone.Part(440, 2, true, 100, true),
                        new Tone.Part(1004, 0, false, 0, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "x/100", "440/", "440/-1", "99999/100", "440+/100", "440/100/5"})
    void shouldRefuseWhatIsNoTone(String text) {
        assertThatThrownBy(() -> Tone.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldPlayOnceWhatIsMarkedAndRepeatTheRest() {
        // 20 ms once, then 20 ms of silence and 40 ms of sound again and again.
        ToneSource source = new ToneSource(Tone.parse("!1000/20,0/20,500/40"), 10_000);
        boolean[] loud = new boolean[8];
        for (int i = 0; i < loud.length; i++) {
            loud[i] = peak(source.next()) > 5000;
        }
        assertThat(loud).containsExactly(true, false, true, true, false, true, true, false);
    }

    @Test
    void shouldEndWhenEverythingIsPlayedOnce() {
        ToneSource source = new ToneSource(Tone.parse("!950/330,!1400/330"), 10_000);
        int samples = 0;
        for (MediaFrame frame = source.next(); frame != null; frame = source.next()) {
            samples += frame.length() / 2;
        }
        assertThat(samples).isEqualTo(660 * 8);
        assertThat(source.next()).isNull();
    }

    @Test
    void shouldHaveTheFrequencyAndLevelAskedFor() {
        ToneSource source = new ToneSource(Tone.parse("1004/1000"), ToneSource.MILLIWATT_LEVEL);
        int[] samples = new int[8000];
        for (int i = 0; i < 50; i++) {
            MediaFrame frame = source.next();
            for (int k = 0; k < 160; k++) {
                samples[i * 160 + k] = frame.memory().get(Samples.SLIN, 2L * k);
            }
        }
        int rises = 0;
        for (int i = 1; i < samples.length; i++) {
            rises += samples[i - 1] < 0 && samples[i] >= 0 ? 1 : 0;
        }
        assertThat(rises).isBetween(1003, 1005);
        assertThat(Arrays.stream(samples).max().getAsInt()).isBetween(23_200, 23_255);
    }

    private static int peak(MediaFrame frame) {
        int peak = 0;
        for (int i = 0; i < frame.length() / 2; i++) {
            peak = Math.max(peak, Math.abs(frame.memory().get(Samples.SLIN, 2L * i)));
        }
        return peak;
    }
}
