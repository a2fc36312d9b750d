package org.asterism.core.registration;

/**
 * One answer and what followed from it.
 *
 * @param atMillis when it came, in ms of the machine's clock
 * @param answer   what came
 * @param decision what followed
 */
public record AnsweredRequest(long atMillis, RegistrationAnswer answer, RegistrationDecision decision) {}
