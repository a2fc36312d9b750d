package org.asterism.core.location;

/** What a registrar answers. */
public sealed interface RegistrationAnswer {
    /** Ask for proof: REGAUTH. */
    record Challenge() implements RegistrationAnswer {}

    /**
     * Registered: REGACK.
     *
     * @param refreshSeconds the granted interval
     * @param moved          whether the address is new
     */
    record Accepted(int refreshSeconds, boolean moved) implements RegistrationAnswer {}

    /** The registration was taken back: REGACK. */
    record Released() implements RegistrationAnswer {}

    /**
     * Refused: REGREJ.
     *
     * @param reason what the log says; the wire says the same for all
     */
    record Refused(String reason) implements RegistrationAnswer {}

    /** Not answered at all: too many registrations from that address were refused of late. */
    record Ignored() implements RegistrationAnswer {}
}
