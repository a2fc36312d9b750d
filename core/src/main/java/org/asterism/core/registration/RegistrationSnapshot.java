package org.asterism.core.registration;

import java.util.List;

/**
 * A registration at one moment. Times are in ms of the machine's clock.
 *
 * @param atMillis       the moment
 * @param state          where it stands
 * @param status         what operators are shown
 * @param deadlineMillis when something happens by itself; {@link RegistrationMachine#NEVER} when nothing does
 * @param retries        retries used since the last grant
 * @param grantedSeconds what was granted last, 0 for nothing yet
 * @param policy         what the configuration says
 * @param transitions    the last changes of state, the oldest first
 * @param answers        the last answers, the oldest first
 */
public record RegistrationSnapshot(
        long atMillis,
        RegistrationState state,
        RegistrationStatus status,
        long deadlineMillis,
        int retries,
        long grantedSeconds,
        RetryPolicy policy,
        List<RegistrationTransition> transitions,
        List<AnsweredRequest> answers) {
    /** Copies the lists. */
    public RegistrationSnapshot {
        transitions = List.copyOf(transitions);
        answers = List.copyOf(answers);
    }
}
