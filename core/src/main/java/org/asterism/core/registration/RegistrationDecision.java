package org.asterism.core.registration;

/**
 * What follows from an answer.
 *
 * @param rule       which rule decided it
 * @param waitMillis in ms, until the next request; {@link #NEVER} when there is none
 * @param counted    whether it uses up one of the retries
 */
public record RegistrationDecision(RegistrationRule rule, long waitMillis, boolean counted) {
    /** There is no next request. */
    public static final long NEVER = -1;

    /** {@return whether there is a next request} */
    public boolean retries() {
        return waitMillis != NEVER;
    }
}
