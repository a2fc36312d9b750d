package org.asterism.outreg.registration;

/**
 * Where a registration stands, for listings.
 *
 * @param status            the word for it
 * @param secondsToNextSend until the next request leaves; negative: so long ago it was due, and it is out or there is none
 * @param nextRegistration  seconds until the next request leaves by itself, 0 when one is out or there is none
 */
public record RegistrationStanding(String status, long secondsToNextSend, long nextRegistration) {}
