package org.asterism.core.registration;

/** Why an answer had the consequence it had. */
public enum RegistrationRule {
    /** Registered: the retries start anew. */
    GRANTED("accepted"),
    /** The other side has let us go. */
    RELEASED("unregistered"),
    /** The protocol answered at once: a challenge, a longer interval, the next address. */
    FOLLOW_UP("answered at once"),
    /** The other side said when, which counts as no retry. */
    RETRY_AFTER("the other side's Retry-After, not counted"),
    /** Nothing could be sent, which the protocol tries again soon and counts as no retry. */
    UNSENT("nothing could be sent, not counted"),
    /** A temporary failure. */
    TEMPORARY("temporary failure: retry_interval"),
    /** Forbidden, with an interval for that. */
    FORBIDDEN("forbidden: forbidden_retry_interval"),
    /** Any other failure, with an interval for that. */
    FATAL("fatal failure: fatal_retry_interval"),
    /** A temporary failure, and no retries left. */
    RETRIES_EXHAUSTED("temporary failure, and max_retries is used up"),
    /** A failure that would be tried again had there been retries left. */
    FATAL_EXHAUSTED("fatal failure, and max_retries is used up"),
    /** Our proof is refused, and nothing says to try again. */
    AUTH_PERMANENT("authentication rejected: auth_rejection_permanent, and no fatal_retry_interval"),
    /** A failure for which no option asks for another try. */
    PERMANENT("fatal failure, and no option asks for another try"),
    /** The end of a registration that an operator starts anew was not confirmed, which does not matter. */
    SUPERSEDED("an operator has started it anew"),
    /** It is removed from the configuration. */
    REMOVED("removed from the configuration");

    private final String description;

    RegistrationRule(String description) {
        this.description = description;
    }

    /** {@return the rule in words, with the option that changes it} */
    public String description() {
        return description;
    }
}
