package org.asterism.core.registration;

/** What operators are shown. While a request is out the status before it stays. */
public enum RegistrationStatus {
    /** Not registered: not yet, or no longer. */
    UNREGISTERED("Unregistered"),
    /** Registered. */
    REGISTERED("Registered"),
    /** The last request failed. */
    REJECTED("Rejected"),
    /** Removed from the configuration, and about to be unregistered. */
    STOPPED("Stopped");

    private final String label;

    RegistrationStatus(String label) {
        this.label = label;
    }

    /** {@return the word that listings and events show} */
    public String label() {
        return label;
    }
}
