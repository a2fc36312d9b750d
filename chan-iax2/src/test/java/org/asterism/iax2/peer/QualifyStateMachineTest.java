package org.asterism.iax2.peer;

import org.asterism.core.testing.StateMachineChapter;
import org.junit.jupiter.api.Test;

class QualifyStateMachineTest {
    @Test
    void shouldBeDocumented() {
        StateMachineChapter.of(
                        "IAX2 qualify: QualifyState",
                        "What checking a peer with POKE has found, `iax2.peer.Qualify`. A check has a deadline, and so"
                                + " has the pause after it.",
                        QualifyState.class,
                        QualifyState.Event.class,
                        QualifyState::after)
                .assertCurrent();
    }
}
