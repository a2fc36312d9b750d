package org.asterism.core;

import org.asterism.core.testing.StateMachineChapter;
import org.junit.jupiter.api.Test;

class LifeStateMachineTest {
    @Test
    void shouldBeDocumented() {
        StateMachineChapter.of(
                        "process: LifeState",
                        "The life of the process, `core.ProcessLife`. What waits for the last call waits as long as"
                                + " there is one; an operator can abort it.",
                        LifeState.class,
                        LifeEvent.class,
                        ProcessLife::next)
                .assertCurrent();
    }
}
