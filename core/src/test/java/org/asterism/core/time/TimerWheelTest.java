package org.asterism.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimerWheelTest {

    private final List<String> expired = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "0, 63",
        "0, 64",
        "0, 65",
        "0, 4095",
        "0, 4096",
        "0, 262144",
        "63, 64",
        "63, 127",
        "4095, 4096",
        "4095, 8192",
        "1763600000000, 1763600000001",
        "1763600000000, 1763600060000",
        "1763600000000, 1763686400000",
        "5, 9223372036854775806"
    })
    void shouldExpireAtItsDeadlineAndNotBefore(long startMs, long deadlineMs) {
        TimerWheel wheel = new TimerWheel(startMs);
        NamedTimer timer = new NamedTimer("a");
        wheel.schedule(timer, deadlineMs);

        assertThat(wheel.advance(deadlineMs - 1)).isZero();
        assertThat(timer.isScheduled()).isTrue();
        assertThat(wheel.advance(deadlineMs)).isOne();
        assertThat(timer.isScheduled()).isFalse();
        assertThat(expired).containsExactly("a@" + deadlineMs);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 7, 7",
        "0, 64, 64",
        "0, 70, 64",
        "60, 70, 64",
        "0, 4100, 4096",
        "0, 300000, 262144",
        "100, 100, 100",
        "100, 99, 100"
    })
    void shouldTellWhenItWantsToBeAdvanced(long startMs, long deadlineMs, long expectedMs) {
        TimerWheel wheel = new TimerWheel(startMs);
        wheel.schedule(new NamedTimer("a"), deadlineMs);

        assertThat(wheel.nextDeadlineMs()).isEqualTo(expectedMs);
    }

    @Test
    void shouldHaveNoDeadlineWhenEmpty() {
        TimerWheel wheel = new TimerWheel(0);
        NamedTimer timer = new NamedTimer("a");
        assertThat(wheel.nextDeadlineMs()).isEqualTo(TimerWheel.NO_DEADLINE);

        wheel.schedule(timer, 5000);
        assertThat(wheel.cancel(timer)).isTrue();
        assertThat(wheel.cancel(timer)).isFalse();
        assertThat(wheel.nextDeadlineMs()).isEqualTo(TimerWheel.NO_DEADLINE);
        assertThat(wheel.size()).isZero();
    }

    @Test
    void shouldExpireInOrderOfDeadlineThenOfScheduling() {
        TimerWheel wheel = new TimerWheel(0);
        wheel.schedule(new NamedTimer("far"), 200);
        wheel.schedule(new NamedTimer("near"), 100);
        wheel.advance(150);
        wheel.schedule(new NamedTimer("late"), 200);
        wheel.schedule(new NamedTimer("past"), 10);
        wheel.advance(1000);

        assertThat(expired).containsExactly("near@150", "past@1000", "far@1000", "late@1000");
    }

    @Test
    void shouldLetAnExpiryCancelAnotherOfTheSameAdvance() {
        TimerWheel wheel = new TimerWheel(0);
        NamedTimer victim = new NamedTimer("victim");
        wheel.schedule(timer(nowMs -> wheel.cancel(victim)), 10);
        wheel.schedule(victim, 10);

        assertThat(wheel.advance(10)).isOne();
        assertThat(expired).isEmpty();
        assertThat(wheel.size()).isZero();
    }

    @Test
    void shouldKeepATimerThatReschedulesItselfAtOnceForTheNextAdvance() {
        TimerWheel wheel = new TimerWheel(0);
        Timer[] self = new Timer[1];
        self[0] = timer(nowMs -> wheel.schedule(self[0], nowMs));
        wheel.schedule(self[0], 1);

        assertThat(wheel.advance(5)).isOne();
        assertThat(wheel.nextDeadlineMs()).isEqualTo(5);
        assertThat(wheel.advance(5)).isOne();
    }

    @Test
    void shouldKeepTheOthersWhenAnExpiryThrows() {
        TimerWheel wheel = new TimerWheel(0);
        wheel.schedule(
                timer(nowMs -> {
                    throw new IllegalStateException("expected");
                }),
                10);
        wheel.schedule(new NamedTimer("other"), 10);

        assertThatThrownBy(() -> wheel.advance(10)).hasMessage("expected");
        assertThat(wheel.nextDeadlineMs()).isEqualTo(10);
        wheel.advance(10);
        assertThat(expired).containsExactly("other@10");
    }

    @Test
    void shouldTakeAStepBackAsStandingStill() {
        TimerWheel wheel = new TimerWheel(100);
        wheel.advance(50);
        wheel.schedule(new NamedTimer("a"), 90);
        wheel.advance(60);

        assertThat(expired).containsExactly("a@100");
    }

    @Test
    void shouldRefuseANegativeStart() {
        assertThatThrownBy(() -> new TimerWheel(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldBehaveLikeASortedList(long seed) {
        Random random = new Random(seed);
        long nowMs = random.nextLong(1L << 40);
        TimerWheel wheel = new TimerWheel(nowMs);
        SortedTimers model = new SortedTimers(nowMs);
        NamedTimer[] timers = new NamedTimer[500];
        for (int i = 0; i < timers.length; i++) {
            timers[i] = new NamedTimer("t" + i);
        }
        for (int step = 0; step < 20_000; step++) {
            NamedTimer timer = timers[random.nextInt(timers.length)];
            int dice = random.nextInt(10);
            if (dice < 5) {
                long deadlineMs = nowMs + random.nextLong(1L << random.nextInt(1, 24)) - 3;
                wheel.schedule(timer, deadlineMs);
                model.schedule(timer.name, deadlineMs);
            } else if (dice < 7) {
                assertThat(wheel.cancel(timer))
                        .as("seed %d step %d", seed, step)
                        .isEqualTo(model.cancel(timer.name));
            } else {
                nowMs += random.nextLong(1L << random.nextInt(1, 20));
                expired.clear();
                boolean something = wheel.nextDeadlineMs() <= nowMs;
                wheel.advance(nowMs);
                assertThat(expired).as("seed %d step %d", seed, step).isEqualTo(model.advance(nowMs));
                assertThat(something || expired.isEmpty())
                        .as("seed %d step %d", seed, step)
                        .isTrue();
            }
            assertThat(wheel.size()).isEqualTo(model.size());
            assertThat(wheel.nextDeadlineMs()).isLessThanOrEqualTo(model.nextDeadlineMs());
        }
    }

    @Test
    void shouldHoldAHundredThousandTimers() {
        Random random = new Random(42);
        TimerWheel wheel = new TimerWheel(0);
        long[] lastMs = new long[1];
        for (int i = 0; i < 100_000; i++) {
            long deadlineMs = 1L + random.nextInt(60_000);
            wheel.schedule(
                    timer(nowMs -> {
                        assertThat(nowMs).isEqualTo(deadlineMs);
                        lastMs[0] = nowMs;
                    }),
                    deadlineMs);
        }
        int count = 0;
        for (long nowMs = wheel.nextDeadlineMs(); nowMs != TimerWheel.NO_DEADLINE; nowMs = wheel.nextDeadlineMs()) {
            count += wheel.advance(nowMs);
        }
        assertThat(count).isEqualTo(100_000);
        assertThat(lastMs[0]).isPositive();
    }

    private static Timer timer(java.util.function.LongConsumer action) {
        return new Timer() {
            @Override
            protected void expire(long nowMs) {
                action.accept(nowMs);
            }
        };
    }

    private final class NamedTimer extends Timer {
        private final String name;

        NamedTimer(String name) {
            this.name = name;
        }

        @Override
        protected void expire(long nowMs) {
            expired.add(name + "@" + nowMs);
        }
    }
}
