package org.asterism.core;

/** What the process is doing. The transitions are in {@link ProcessLife#next}. */
public enum LifeState {
    /** Reading its configuration and loading modules. */
    STARTING,
    /** Switching calls. */
    RUNNING,
    /** Ends when the last call has ended; takes new calls until then. Waits without a deadline: an operator can abort it. */
    AWAITING_INACTIVITY,
    /** Ends when the last call has ended; refuses new ones. Waits without a deadline: an operator can abort it. */
    DRAINING,
    /** Unloading modules, each within its deadline. */
    ENDING
}
