package org.asterism.core.module;

/** A module found something so wrong that the switch must not start; after start-up it counts as a decline. */
public final class ModuleFailed extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong, where (file and line), and what to do
     */
    public ModuleFailed(String message) {
        super(message);
    }

    /**
     * @param message what is wrong, where, and what to do
     * @param cause   the exception behind it
     */
    public ModuleFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
