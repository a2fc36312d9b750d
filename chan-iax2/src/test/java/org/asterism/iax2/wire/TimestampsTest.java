package org.asterism.iax2.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.asterism.core.testing.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampsTest {
    @ParameterizedTest(name = "audio {0} after {1} is {2}")
    @CsvSource({
        "20, 0, 20",
        "65520, 65500, 65520",
        "4, 65520, 65540",
        "65520, 65540, 65520",
        "40000, 100000, 105536",
        "0, 50000, 0",
        "0, 50001, 65536",
        "50000, 0, 50000",
        "65535, 65536, 65535",
        "15, 4294967290, 15",
        "65535, 5, 4294967295",
    })
    void shouldUnwrapAudio(int low, long last, long timestamp) {
        assertThat(Timestamps.unwrapAudio(low, last)).isEqualTo(timestamp);
    }

    @ParameterizedTest(name = "video {0} after {1} is {2}")
    @CsvSource({
        "20, 0, 20",
        "4, 32760, 32772",
        "32760, 32772, 32760",
        "0, 25000, 0",
        "0, 25001, 32768",
        "15, 4294967290, 15",
    })
    void shouldUnwrapVideo(int low, long last, long timestamp) {
        assertThat(Timestamps.unwrapVideo(low, last)).isEqualTo(timestamp);
    }

    @Test
    void shouldFollowAStreamForDays() {
        long seed = Seed.get();
        SplittableRandom random = new SplittableRandom(seed);
        long sent = 0xFFFF_FFFFL - 10_000_000;
        long audio = sent;
        long video = sent;
        for (int i = 0; i < 20_000; i++) {
            sent = sent + random.nextInt(7_000) & 0xFFFF_FFFFL;
            audio = Timestamps.unwrapAudio((int) sent & 0xFFFF, audio);
            video = Timestamps.unwrapVideo((int) sent & 0x7FFF, video);
            assertThat(audio).as("seed %d", seed).isEqualTo(sent);
            assertThat(video).as("seed %d", seed).isEqualTo(sent);
        }
    }

    @Test
    void shouldAskForAFullFrameWhenTheUpperBitsChange() {
        assertThat(Timestamps.needsFullVoice(65_520, 65_535)).isFalse();
        assertThat(Timestamps.needsFullVoice(65_520, 65_540)).isTrue();
        assertThat(Timestamps.needsFullVoice(0xFFFF_FFF0L, 0x1_0000_0004L)).isTrue();
        assertThat(Timestamps.needsFullVideo(32_700, 32_767)).isFalse();
        assertThat(Timestamps.needsFullVideo(32_700, 32_768)).isTrue();
    }
}
