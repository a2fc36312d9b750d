package org.asterism.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopPacingTest {

    private static final long TICK_NS = 1_000_000;

    @ParameterizedTest
    @CsvSource({
        "BLOCKING, 64, 100, 0",
        "SPINNING, 64, 100, 0",
        "TICK, 0, 100, 0",
        "TICK, 1, 100, 999900",
        "TICK, 1, 1500000, 1000000",
        "ADAPTIVE, 64, 100, 0"
    })
    void shouldNapToTheNextTick(WaitMode mode, int datagrams, long atNs, long expectedNs) {
        LoopPacing pacing = new LoopPacing(mode, TICK_NS, 0);

        assertThat(pacing.napNs(datagrams, 0, TICK_NS, atNs)).isEqualTo(expectedNs);
    }

    /** Rounds of a loop that sleeps or naps as it is told; how many of them it naps after. */
    private static final class Rounds {
        private final LoopPacing pacing = new LoopPacing(WaitMode.ADAPTIVE, TICK_NS, 0);
        private long nowNs;
        private long sleptNs = TICK_NS;
        private boolean patient;
        private int naps;
        private long longestNapNs;

        /** Datagrams come one by one, evenly: a sleep brings one, a nap as many as came in it. */
        void singly(int inTick, int ticks) {
            long apartNs = TICK_NS / inTick;
            long end = nowNs + ticks * TICK_NS;
            long nap = 0;
            while (nowNs < end) {
                long passed = nap > 0 ? nap : apartNs;
                nowNs += passed;
                nap = round((int) Math.max(1, passed / apartNs));
            }
        }

        /** All of a tick's datagrams come at once. */
        void inBursts(int inTick, int ticks) {
            for (int i = 0; i < ticks; i++) {
                nowNs += TICK_NS;
                round(inTick);
            }
        }

        private long round(int datagrams) {
            long nap = pacing.napNs(datagrams, patient ? datagrams : 0, sleptNs, nowNs);
            naps += nap > 0 ? 1 : 0;
            longestNapNs = Math.max(longestNapNs, nap);
            return nap;
        }

        /** Every look at the sockets finds something at once. */
        void withoutSleeping(int rounds) {
            sleptNs = LoopPacing.SHORTEST_SLEEP_NS - 1;
            for (int i = 0; i < rounds; i++) {
                nowNs += TICK_NS / 20;
                round(1);
            }
        }

        int takeNaps() {
            int taken = naps;
            naps = 0;
            return taken;
        }
    }

    @Test
    void shouldNapWhileDatagramsComeOftenAndSingly() {
        Rounds rounds = new Rounds();
        rounds.singly(20, 100);
        assertThat(rounds.takeNaps()).isBetween(50, 100 - LoopPacing.TRIAL_TICKS + 2);
    }

    @Test
    void shouldNotNapWhenAWakeUpBringsManyDatagramsAnyway() {
        Rounds rounds = new Rounds();
        rounds.inBursts(20, 100);
        assertThat(rounds.takeNaps()).isZero();
    }

    @Test
    void shouldNapLongerWhenAllThatComesCanWait() {
        Rounds rounds = new Rounds();
        rounds.patient = true;
        rounds.singly(LoopPacing.MANY_PATIENT, 100);

        assertThat(rounds.takeNaps())
                .isBetween(20, (100 - LoopPacing.TRIAL_TICKS) * 2 / LoopPacing.PATIENT_HALF_TICKS + 2);
        assertThat(rounds.longestNapNs).isEqualTo(LoopPacing.PATIENT_HALF_TICKS * TICK_NS / 2);
    }

    @Test
    void shouldNotNapForFewDatagramsThatCanWait() {
        Rounds rounds = new Rounds();
        rounds.patient = true;
        rounds.singly(LoopPacing.MANY_PATIENT - 1, 100);

        assertThat(rounds.takeNaps()).isZero();
    }

    @Test
    void shouldWakeForWhatCannotWait() {
        Rounds rounds = new Rounds();
        rounds.patient = true;
        rounds.singly(20, 100);
        rounds.takeNaps();

        rounds.patient = false;
        rounds.inBursts(20, 100);

        assertThat(rounds.takeNaps()).isZero();
    }

    @Test
    void shouldNotNapWhenNothingHasToWakeIt() {
        Rounds rounds = new Rounds();
        rounds.withoutSleeping(1000);
        assertThat(rounds.takeNaps()).isZero();
    }

    @Test
    void shouldNotNapWhenDatagramsAreFew() {
        Rounds rounds = new Rounds();
        rounds.singly(LoopPacing.MANY_WAKEUPS - 1, 100);
        assertThat(rounds.takeNaps()).isZero();
    }

    @Test
    void shouldStopNappingSoonAfterDatagramsGetFew() {
        Rounds rounds = new Rounds();
        rounds.singly(20, 100);
        rounds.takeNaps();
        rounds.singly(1, 50);
        assertThat(rounds.takeNaps()).isLessThanOrEqualTo(LoopPacing.QUIET_TICKS + 1);
    }

    @Test
    void shouldTrySleepingAgainAfterAWhile() {
        Rounds rounds = new Rounds();
        rounds.singly(20, 100);
        rounds.takeNaps();
        rounds.inBursts(20, LoopPacing.NAPPING_TICKS + LoopPacing.TRIAL_TICKS);
        rounds.takeNaps();
        rounds.inBursts(20, LoopPacing.NAPPING_TICKS);
        assertThat(rounds.takeNaps()).isZero();
    }
}
