package org.asterism.core.module;

/** How a reload went. */
public enum ReloadResult {
    /** Done. */
    SUCCESS(0),
    /** The switch is still starting: it will be done after that. */
    QUEUED(1),
    /** There is no such module. */
    NOT_FOUND(2),
    /** The module kept its old configuration. */
    ERROR(3),
    /** Another reload is going on. */
    IN_PROGRESS(4),
    /** The module has declined to load. */
    UNINITIALIZED(5),
    /** The module has nothing to reload. */
    NOT_SUPPORTED(6);

    private final int number;

    ReloadResult(int number) {
        this.number = number;
    }

    /** {@return the number in the manager event {@code Reload}} */
    public int number() {
        return number;
    }
}
