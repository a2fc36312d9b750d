package org.asterism.iax2.registrant;

/** Where a registration stands, with the words of {@code iax2 show registry}. */
public enum RegistrantState {
    /** Nothing was sent yet: the address is being looked up, or cannot be. */
    UNREGISTERED("Unregistered"),
    /** REGREQ was sent. */
    REQUEST_SENT("Request Sent"),
    /** REGREQ with the answer to a challenge was sent. */
    AUTH_SENT("Auth. Sent"),
    /** REGACK has arrived. */
    REGISTERED("Registered"),
    /** REGREJ has arrived. */
    REJECTED("Rejected"),
    /** Nothing has arrived. */
    TIMEOUT("Timeout"),
    /** The registrar asks for proof that we do not have or must not give. */
    NO_AUTHENTICATION("No Authentication");

    private final String label;

    RegistrantState(String label) {
        this.label = label;
    }

    /** {@return the word {@code iax2 show registry} prints} */
    public String label() {
        return label;
    }
}
