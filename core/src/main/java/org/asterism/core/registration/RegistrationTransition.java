package org.asterism.core.registration;

/**
 * One change of state.
 *
 * @param atMillis when, in ms of the machine's clock
 * @param from     state before
 * @param to       state after
 * @param reason   why, in words
 */
public record RegistrationTransition(long atMillis, RegistrationState from, RegistrationState to, String reason) {}
