package org.asterism.core.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ModuleLifecycleTest {
    private static final Instant NOW = Instant.EPOCH;

    @Test
    void shouldLeaveEveryStateThatWaits() {
        for (ModuleState state : ModuleState.values()) {
            long exits = java.util.Arrays.stream(ModuleEvent.values())
                    .filter(event -> ModuleLifecycle.next(state, event) != null)
                    .count();
            assertThat(exits).as("ways out of " + state).isPositive();
        }
    }

    @Test
    void shouldGoThroughALife() {
        ModuleLifecycle life = new ModuleLifecycle();

        life.fire(NOW, ModuleEvent.LOAD, "");
        life.fire(NOW, ModuleEvent.LOADED, "");
        life.fire(NOW, ModuleEvent.RELOAD, "");
        assertThat(life.state().works()).isTrue();
        life.fire(NOW, ModuleEvent.RELOADED, "kept the old file");
        life.fire(NOW, ModuleEvent.UNLOAD, "");
        life.fire(NOW, ModuleEvent.UNLOADED, "");

        assertThat(life.state()).isEqualTo(ModuleState.ABSENT);
        assertThat(life.transitions()).hasSize(6);
        assertThat(life.transitions().get(3).reason()).isEqualTo("kept the old file");
    }

    @Test
    void shouldRefuseWhatCannotHappen() {
        ModuleLifecycle life = new ModuleLifecycle();

        assertThatThrownBy(() -> life.fire(NOW, ModuleEvent.UNLOAD, "")).isInstanceOf(IllegalStateException.class);
        assertThat(life.state()).isEqualTo(ModuleState.ABSENT);
    }

    @Test
    void shouldForgetTheOldestTransitions() {
        ModuleLifecycle life = new ModuleLifecycle();
        life.fire(NOW, ModuleEvent.LOAD, "");
        life.fire(NOW, ModuleEvent.LOADED, "");
        for (int i = 0; i < 100; i++) {
            life.fire(NOW, ModuleEvent.RELOAD, "");
            life.fire(NOW, ModuleEvent.RELOADED, "number " + i);
        }

        assertThat(life.transitions()).hasSize(16);
        assertThat(life.transitions().getLast().reason()).isEqualTo("number 99");
    }
}
