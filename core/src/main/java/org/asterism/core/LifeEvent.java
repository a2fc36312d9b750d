package org.asterism.core;

/** What happens to the process. */
public enum LifeEvent {
    /** All modules have been started. */
    BOOTED,
    /** {@code core stop|restart now}, SIGTERM, SIGINT, or a start that failed. */
    END_NOW,
    /** {@code core stop|restart gracefully}. */
    END_GRACEFULLY,
    /** {@code core stop|restart when convenient}. */
    END_WHEN_CONVENIENT,
    /** {@code core abort shutdown}. */
    ABORT,
    /** The last call has ended, or there was none. */
    IDLE
}
