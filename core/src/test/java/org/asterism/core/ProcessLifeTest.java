package org.asterism.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.core.LifeEvent.END_NOW;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProcessLifeTest {
    @ParameterizedTest
    @CsvSource({
        "STARTING, BOOTED, RUNNING",
        "RUNNING, END_NOW, ENDING",
        "RUNNING, END_GRACEFULLY, DRAINING",
        "RUNNING, END_WHEN_CONVENIENT, AWAITING_INACTIVITY",
        "AWAITING_INACTIVITY, END_GRACEFULLY, DRAINING",
        "AWAITING_INACTIVITY, ABORT, RUNNING",
        "AWAITING_INACTIVITY, IDLE, ENDING",
        "DRAINING, ABORT, RUNNING",
        "DRAINING, IDLE, ENDING",
        "DRAINING, END_NOW, ENDING",
        "RUNNING, IDLE,",
        "RUNNING, ABORT,",
        "DRAINING, END_GRACEFULLY,",
    })
    void shouldDecide(LifeState from, LifeEvent event, LifeState to) {
        assertThat(ProcessLife.next(from, event)).isEqualTo(to);
    }

    @ParameterizedTest
    @EnumSource(LifeEvent.class)
    void shouldNeverComeBackFromTheEnd(LifeEvent event) {
        assertThat(ProcessLife.next(LifeState.ENDING, event)).isNull();
    }

    @Test
    void shouldObeyEndNowInEveryOtherState() {
        for (LifeState state : LifeState.values()) {
            if (state != LifeState.ENDING) {
                assertThat(ProcessLife.next(state, END_NOW)).isEqualTo(LifeState.ENDING);
            }
        }
    }
}
