package org.asterism.iax2.call;

/** Where a call leg is: RFC 5456 figures 2 (origination) and 3 (termination), with the waiting states they leave out. */
public enum CallState {
    /** Nothing sent or received. */
    INITIAL,
    /** We sent NEW (figure 2, Waiting). */
    WAITING,
    /** We sent AUTHREP. */
    PROVING,
    /** We sent AUTHREQ. */
    CHALLENGED,
    /** We accepted a caller who need not prove who he is, and wait for him to show that he is where he says. */
    HANDSHAKE,
    /** Accepted without a number, which follows with DIAL. */
    DIALLING,
    /** Accepted; not answered. */
    LINKED,
    /** Answered. */
    UP,
    /** We will refuse, a second later, so that guessing secrets takes time ({@code delayreject}). */
    REFUSING,
    /** Over. */
    ENDED
}
