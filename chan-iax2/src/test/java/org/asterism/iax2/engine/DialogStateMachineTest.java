package org.asterism.iax2.engine;

import org.asterism.core.testing.StateMachineChapter;
import org.junit.jupiter.api.Test;

class DialogStateMachineTest {
    @Test
    void shouldBeDocumented() {
        StateMachineChapter.of(
                        "IAX2 dialog: DialogState",
                        "A reliable stream of full frames with one remote, `iax2.engine.Dialog`. FINISHING ends after"
                                + " 10 s.",
                        DialogState.class,
                        DialogState.Event.class,
                        DialogState::after)
                .assertCurrent();
    }
}
