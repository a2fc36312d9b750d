package org.asterism.core.cdr;

import org.asterism.core.testing.StateMachineChapter;
import org.junit.jupiter.api.Test;

class RecordStateMachineTest {
    @Test
    void shouldBeDocumented() {
        StateMachineChapter.of(
                        "call detail record: RecordState",
                        "One call detail record, `core.cdr.RecordDraft`. It ends with its channel at the latest.",
                        RecordState.class,
                        RecordState.Event.class,
                        RecordState::after)
                .assertCurrent();
    }
}
