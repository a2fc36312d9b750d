package org.asterism.iax2.config;

/** {@code requirecalltoken}: whether a user's calls, or a peer's registrations, must carry a call token. */
public enum CallTokenRequirement {
    /** Not set: required, except from addresses in {@code calltokenoptional}. */
    DEFAULT("No"),
    /** Required whatever {@code calltokenoptional} says. */
    YES("Yes"),
    /** Not required until the first valid token arrived, required ever after. */
    AUTO("Auto"),
    /** Not required. */
    NO("No");

    private final String label;

    CallTokenRequirement(String label) {
        this.label = label;
    }

    /** {@return the word {@code iax2 show peer} prints} */
    public String label() {
        return label;
    }
}
