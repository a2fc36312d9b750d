package org.asterism.core.registration;

/** Where a registration stands. Each state that waits has a deadline. */
public enum RegistrationState {
    /** Created, not started. */
    IDLE(false, false),
    /** The first request waits for its time. */
    SCHEDULED(true, false),
    /** A request is out, and we are not registered. */
    REGISTERING(true, true),
    /** Registered; the next request renews it. */
    REGISTERED(true, false),
    /** A request is out that renews the registration. */
    REFRESHING(true, true),
    /** The last request failed; there will be another one. */
    RETRY_WAIT(true, false),
    /** The last request failed, and policy says that it was the last. */
    REJECTED(false, false),
    /** The end of the registration is to be asked for, but the last such request is too recent. */
    UNREGISTER_WAIT(true, false),
    /** The end of the registration was asked for. */
    UNREGISTERING(true, true),
    /** Ended by an operator; it comes back at its deadline, unless policy had stopped it before. */
    UNREGISTERED(true, false),
    /** Removed from the configuration, and done. */
    REMOVED(false, false);

    private final boolean waiting;
    private final boolean inFlight;

    RegistrationState(boolean waiting, boolean inFlight) {
        this.waiting = waiting;
        this.inFlight = inFlight;
    }

    /** {@return whether something happens by itself when its deadline comes} */
    public boolean isWaiting() {
        return waiting;
    }

    /** {@return whether a request is out that has no final answer yet} */
    public boolean isInFlight() {
        return inFlight;
    }
}
