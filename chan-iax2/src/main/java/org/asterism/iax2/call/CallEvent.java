package org.asterism.iax2.call;

/** What moves a call leg from one {@link CallState} to another. */
public enum CallEvent {
    /** We sent NEW. */
    PLACED,
    /** AUTHREQ came and we could answer it. */
    PROOF_SENT,
    /** NEW came and its sender must prove who he is. */
    CHALLENGE_SENT,
    /** NEW came and its sender need not prove who he is. */
    ACCEPTED_OPENLY,
    /** NEW or AUTHREP was good, and the number follows later. */
    ACCEPTED_WITHOUT_NUMBER,
    /** AUTHREP was good. */
    ACCEPTED,
    /** The unproven caller acknowledged our ACCEPT. */
    CONFIRMED,
    /** ACCEPT came. */
    ACCEPT_RECEIVED,
    /** DIAL came. */
    DIALLED,
    /** We sent ANSWER, or it came. */
    ANSWERED,
    /** We refuse, but not yet. */
    REFUSAL_DELAYED,
    /** Either side ended it, a deadline passed, or the remote is gone. */
    END
}
