package org.asterism.iax2.peer;

/** What checking a peer has found. */
public enum QualifyState {
    /** It is not checked. */
    UNMONITORED,
    /** No check has ended yet. */
    UNKNOWN,
    /** It answers in time. */
    REACHABLE,
    /** It answers too late. */
    LAGGED,
    /** It does not answer. */
    UNREACHABLE;

    /** What checking comes to. */
    enum Event {
        /** An answer came in time. */
        ANSWERED_IN_TIME,
        /** An answer came, later than {@code qualify} permits. */
        ANSWERED_LATE,
        /** No answer came until the deadline of the check. */
        NOT_ANSWERED,
        /** The address is another one, or is not known any more: what was found says nothing. */
        FORGOTTEN,
        /** It is not to be checked. */
        SWITCHED_OFF
    }

    /**
     * Where an event leads; each of them leads to the same state from all others.
     *
     * @param event what checking came to
     * @return the state after it
     */
    QualifyState after(Event event) {
        return switch (event) {
            case ANSWERED_IN_TIME -> REACHABLE;
            case ANSWERED_LATE -> LAGGED;
            case NOT_ANSWERED -> UNREACHABLE;
            case FORGOTTEN -> UNKNOWN;
            case SWITCHED_OFF -> UNMONITORED;
        };
    }

    /** {@return whether calls to the peer are tried} */
    public boolean isCallable() {
        return this == UNMONITORED || this == UNKNOWN || this == REACHABLE;
    }
}
