package org.asterism.core.registration;

import java.util.List;

/**
 * What a module tells of one of its registrations. Nothing in it is secret.
 *
 * @param name      what operators call it
 * @param protocol  {@code SIP}, {@code IAX2} or {@code HTTP}
 * @param server    where it registers, as configured
 * @param client    who registers
 * @param status    the status as the protocol's own listing shows it
 * @param addresses what the server resolved to, in the order of use; empty before the first look-up
 * @param used      the address of the last request, empty before the first
 * @param notes     what else the protocol has to say, one line each, such as {@code Perceived: 192.0.2.1:4569}
 * @param snapshot  the machine's state
 */
public record RegistrationReport(
        String name,
        String protocol,
        String server,
        String client,
        String status,
        List<String> addresses,
        String used,
        List<String> notes,
        RegistrationSnapshot snapshot) {
    /** Copies the lists. */
    public RegistrationReport {
        addresses = List.copyOf(addresses);
        notes = List.copyOf(notes);
    }
}
