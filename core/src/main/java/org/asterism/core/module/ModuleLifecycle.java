package org.asterism.core.module;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of one module, with a record of how it came about. Guarded by the loader's lock. */
public final class ModuleLifecycle {
    /** How long {@link LoadableModule#load} may take, in milliseconds; then the module counts as declined. */
    public static final long LOAD_DEADLINE_MS = 30_000;
    /** How long {@link LoadableModule#reload} may take, in milliseconds; then the console is told of a failure. */
    public static final long RELOAD_DEADLINE_MS = 30_000;
    /** How long {@link LoadableModule#unload} may take, in milliseconds; then its code is let go all the same. */
    public static final long UNLOAD_DEADLINE_MS = 10_000;

    private static final int REMEMBERED = 16;

    /**
     * One step of a module's life.
     *
     * @param when   at what time
     * @param from   the state before
     * @param event  what happened
     * @param to     the state after
     * @param reason why, for people
     */
    public record Transition(Instant when, ModuleState from, ModuleEvent event, ModuleState to, String reason) {}

    private final Deque<Transition> transitions = new ArrayDeque<>(REMEMBERED);
    private volatile ModuleState state = ModuleState.ABSENT;

    ModuleLifecycle() {}

    /** {@return the state} */
    public ModuleState state() {
        return state;
    }

    /** {@return the last transitions, the oldest first} */
    public List<Transition> transitions() {
        return List.copyOf(transitions);
    }

    /**
     * Where an event leads.
     *
     * @param state the state before
     * @param event what happens
     * @return the state after, or {@code null} when that cannot happen in this state
     */
    public static @Nullable ModuleState next(ModuleState state, ModuleEvent event) {
        return switch (state) {
            case ABSENT, DECLINED, FAILED ->
                switch (event) {
                    case LOAD -> ModuleState.LOADING;
                    case UNLOAD -> state == ModuleState.ABSENT ? null : ModuleState.UNLOADING;
                    case LOADED, DECLINE, FAIL, RELOAD, RELOADED, UNLOADED -> null;
                };
            case LOADING ->
                switch (event) {
                    case LOADED -> ModuleState.RUNNING;
                    case DECLINE -> ModuleState.DECLINED;
                    case FAIL -> ModuleState.FAILED;
                    case LOAD, RELOAD, RELOADED, UNLOAD, UNLOADED -> null;
                };
            case RUNNING ->
                switch (event) {
                    case RELOAD -> ModuleState.RELOADING;
                    case UNLOAD -> ModuleState.UNLOADING;
                    case LOAD, LOADED, DECLINE, FAIL, RELOADED, UNLOADED -> null;
                };
            case RELOADING -> event == ModuleEvent.RELOADED ? ModuleState.RUNNING : null;
            case UNLOADING -> event == ModuleEvent.UNLOADED ? ModuleState.ABSENT : null;
        };
    }

    void fire(Instant now, ModuleEvent event, String reason) {
        ModuleState to = next(state, event);
        if (to == null) {
            throw new IllegalStateException("A module that is " + state + " cannot " + event);
        }
        if (transitions.size() == REMEMBERED) {
            transitions.removeFirst();
        }
        transitions.addLast(new Transition(now, state, event, to, reason));
        state = to;
    }
}
