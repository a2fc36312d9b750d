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

    /** {@return whether calls to the peer are tried} */
    public boolean isCallable() {
        return this == UNMONITORED || this == UNKNOWN || this == REACHABLE;
    }
}
