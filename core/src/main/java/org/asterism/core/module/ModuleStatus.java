package org.asterism.core.module;

import java.util.List;

/**
 * A resident module, for listings.
 *
 * @param description what it says of itself
 * @param state       what it is doing
 * @param useCount    how many things keep it from being unloaded
 * @param reloadable  whether {@code module reload} offers it
 * @param history     its last transitions, the oldest first
 */
public record ModuleStatus(
        ModuleDescription description,
        ModuleState state,
        int useCount,
        boolean reloadable,
        List<ModuleLifecycle.Transition> history) {
    /** Copies the list. */
    public ModuleStatus {
        history = List.copyOf(history);
    }
}
