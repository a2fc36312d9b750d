package org.asterism.bench.perf.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JitterTest {
    private final Jitter jitter = new Jitter();

    @Test
    void constantDelayIsNoJitterWhateverTheClocksSay() {
        for (int i = 0; i < 100; i++) {
            jitter.add(-5_000_000_000L);
        }
        assertThat(jitter.ns()).isZero();
    }

    @Test
    void oneStepCountsForASixteenth() {
        jitter.add(1000);
        jitter.add(17_000);
        assertThat(jitter.ns()).isEqualTo(1000);
        jitter.add(17_000);
        assertThat(jitter.ns()).isEqualTo(937.5);
    }

    @Test
    void alternationEndsAtItsStep() {
        for (int i = 0; i < 1000; i++) {
            jitter.add(i % 2 == 0 ? 0 : 4000);
        }
        assertThat(jitter.ns()).isCloseTo(4000, within(1.0));
    }
}
