package org.asterism.iax2.registrant;

import java.util.List;
import org.asterism.core.registration.RegistrationReport;
import org.asterism.core.registration.RegistrationSnapshot;

/**
 * What there is to know of a registration at one moment.
 *
 * @param name           what operators call it
 * @param server         the registrar as configured
 * @param host           address and port of the registrar, or its name while it has no address
 * @param followed       whether the registrar was given by a name, whose address is looked up again
 * @param userName       who registers
 * @param perceived      address and port the registrar sees us at, or {@code <Unregistered>}
 * @param refreshSeconds granted interval, 60 before anything was granted
 * @param state          where it stands
 * @param snapshot       what is to come, and what was
 */
public record RegistrantStatus(
        String name,
        String server,
        String host,
        boolean followed,
        String userName,
        String perceived,
        int refreshSeconds,
        RegistrantState state,
        RegistrationSnapshot snapshot) {
    /** {@return the same for {@code registration explain}} */
    public RegistrationReport report() {
        boolean resolved = !host.equals(server);
        return new RegistrationReport(
                name,
                "IAX2",
                server,
                userName,
                state.label(),
                resolved ? List.of(host) : List.of(),
                state == RegistrantState.UNREGISTERED ? "" : host,
                List.of("Perceived : " + perceived),
                snapshot);
    }
}
