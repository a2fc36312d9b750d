package org.asterism.core.module;

/**
 * How something that an operator asked of the loader went.
 *
 * @param done   whether it was done
 * @param reason why not, for people; empty when it was
 */
public record ModuleOutcome(boolean done, String reason) {
    static final ModuleOutcome DONE = new ModuleOutcome(true, "");

    static ModuleOutcome refused(String reason) {
        return new ModuleOutcome(false, reason);
    }
}
