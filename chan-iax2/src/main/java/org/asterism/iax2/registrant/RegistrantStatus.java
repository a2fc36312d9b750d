package org.asterism.iax2.registrant;

import java.util.List;

/**
 * What there is to know of a registration at one moment.
 *
 * @param host           address and port of the registrar, or its name while it has no address
 * @param followed       whether the registrar was given by a name, whose address is looked up again
 * @param userName       who registers
 * @param perceived      address and port the registrar sees us at, or {@code <Unregistered>}
 * @param refreshSeconds granted interval, 60 before anything was granted
 * @param state          where it stands
 * @param nextInMs       milliseconds until the next request
 * @param history        the last transitions, the newest last
 */
public record RegistrantStatus(
        String host,
        boolean followed,
        String userName,
        String perceived,
        int refreshSeconds,
        RegistrantState state,
        long nextInMs,
        List<String> history) {
    /** Copies the list. */
    public RegistrantStatus {
        history = List.copyOf(history);
    }
}
