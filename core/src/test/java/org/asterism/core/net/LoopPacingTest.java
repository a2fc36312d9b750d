package org.asterism.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopPacingTest {

    private static final long TICK_NS = 1000;

    @ParameterizedTest
    @CsvSource({
        "BLOCKING, 64, 100, 0",
        "SPINNING, 64, 100, 0",
        "TICK, 0, 100, 0",
        "TICK, 1, 100, 900",
        "TICK, 1, 1500, 1000",
        "ADAPTIVE, 3, 100, 0",
        "ADAPTIVE, 4, 100, 900",
        "ADAPTIVE, 4, 2500, 1000"
    })
    void shouldNapToTheNextTick(WaitMode mode, int datagrams, long atNs, long expectedNs) {
        LoopPacing pacing = new LoopPacing(mode, TICK_NS, 0);

        assertThat(pacing.napNs(datagrams, atNs)).isEqualTo(expectedNs);
    }

    @Test
    void shouldAddUpTheDatagramsOfATickAndStopNappingWhenTheyGetFew() {
        LoopPacing pacing = new LoopPacing(WaitMode.ADAPTIVE, TICK_NS, 0);

        assertThat(pacing.napNs(2, 100)).isZero();
        assertThat(pacing.napNs(2, 200)).isEqualTo(800);
        assertThat(pacing.napNs(9, 1010)).isEqualTo(1000);
        assertThat(pacing.napNs(3, 2020)).isZero();
        assertThat(pacing.napNs(0, 2500)).isZero();
    }
}
