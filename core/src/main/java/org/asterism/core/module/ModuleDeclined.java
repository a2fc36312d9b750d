package org.asterism.core.module;

/** A module cannot run as things are (not configured, a dependency is missing); the switch goes on without it. */
public final class ModuleDeclined extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong, where (file and line), and what to do
     */
    public ModuleDeclined(String message) {
        super(message);
    }

    /**
     * @param message what is wrong, where, and what to do
     * @param cause   the exception behind it
     */
    public ModuleDeclined(String message, Throwable cause) {
        super(message, cause);
    }
}
