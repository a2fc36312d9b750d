package org.asterism.bench.perf.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long MS = 1_000_000;

    @Test
    void keepsTheRateHoweverOftenItIsAsked() {
        Pace pace = new Pace(30);
        int due = 0;
        for (long now = 0; now <= 10_000; now += 7) {
            due += pace.due(now * MS);
        }
        assertThat(due).isBetween(299, 301);
    }

    @Test
    void theFirstIsDueAtOnce() {
        assertThat(new Pace(0.1).due(0)).isEqualTo(1);
    }

    @Test
    void aHaltIsNotMadeUpForAtOnce() {
        Pace pace = new Pace(1000);
        pace.due(0);
        assertThat(pace.due(60_000 * MS)).isLessThanOrEqualTo(101);
    }
}
