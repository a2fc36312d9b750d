package org.asterism.core.module;

import org.asterism.core.testing.StateMachineChapter;
import org.junit.jupiter.api.Test;

class ModuleStateMachineTest {
    @Test
    void shouldBeDocumented() {
        StateMachineChapter.of(
                        "module: ModuleState",
                        "The life of a loadable module, `core.module.ModuleLifecycle`. Loading and reloading end after"
                                + " 30 s, unloading after 10 s.",
                        ModuleState.class,
                        ModuleEvent.class,
                        ModuleLifecycle::next)
                .assertCurrent();
    }
}
