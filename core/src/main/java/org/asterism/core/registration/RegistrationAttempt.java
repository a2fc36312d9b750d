package org.asterism.core.registration;

import java.util.EnumMap;
import java.util.Map;

/** The request that is out, or was the last, and how often a better one has followed it at once. */
final class RegistrationAttempt {
    private final Map<RegistrationFollowUp, Integer> followUps = new EnumMap<>(RegistrationFollowUp.class);
    private int number;

    /** {@return how many there were before it, itself included; 0 before the first} */
    int number() {
        return number;
    }

    /** A new request leaves. */
    void begin() {
        number++;
        followUps.clear();
    }

    /**
     * Counts a follow-up.
     *
     * @param kind what the better request does
     * @return false if there were too many of the kind, and none may follow
     */
    boolean follow(RegistrationFollowUp kind) {
        int before = followUps.getOrDefault(kind, 0);
        if (before >= kind.limit()) {
            return false;
        }
        followUps.put(kind, before + 1);
        return true;
    }
}
