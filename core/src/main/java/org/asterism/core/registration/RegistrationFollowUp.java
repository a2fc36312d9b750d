package org.asterism.core.registration;

/**
 * Answers to which the protocol has something better to say at once than "failed". Each kind is limited within one attempt, so
 * that no registrar makes us loop.
 */
public enum RegistrationFollowUp {
    /** A challenge that we can answer. */
    CHALLENGE(2),
    /** The interval is too short, and the other side says which it wants (SIP's 423). */
    LONGER_INTERVAL(3),
    /** The other side wants to agree on security first (SIP's 494). It uses up a retry. */
    NEGOTIATION(1),
    /** The address does not answer, there is another one. */
    NEXT_ADDRESS(32);

    private final int limit;

    RegistrationFollowUp(int limit) {
        this.limit = limit;
    }

    /** {@return how often within one attempt} */
    public int limit() {
        return limit;
    }
}
