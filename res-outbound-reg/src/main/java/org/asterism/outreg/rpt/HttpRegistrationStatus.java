package org.asterism.outreg.rpt;

import java.util.List;
import org.asterism.core.registration.RegistrationReport;
import org.asterism.core.registration.RegistrationSnapshot;
import org.asterism.core.registration.RegistrationStatus;

/**
 * A registration at one moment.
 *
 * @param line           what the file says
 * @param addresses      what the registrar's name resolved to last
 * @param perceived      our address and port as the registrar sees them, empty when it has not said
 * @param refreshSeconds the interval the registrar wants, 0 when it has not said
 * @param snapshot       what is to come, and what was
 */
record HttpRegistrationStatus(
        HttpRegisterLine line,
        List<String> addresses,
        String perceived,
        int refreshSeconds,
        RegistrationSnapshot snapshot) {
    private static final String UNREGISTERED = "<Unregistered>";

    /** {@return the registrar's address and port, its name before the first look-up} */
    String host() {
        return addresses.isEmpty() ? line.host() + ":" + line.port() : addresses.getFirst();
    }

    /** {@return as {@code rpt show registrations} shows it} */
    String shownPerceived() {
        return perceived.isEmpty() ? UNREGISTERED : perceived;
    }

    /** {@return the state as {@code rpt show registrations} shows it} */
    String shownState() {
        return snapshot.status() == RegistrationStatus.REGISTERED ? "Registered" : "Not Registered";
    }

    /** {@return the same for {@code registration explain}} */
    RegistrationReport report() {
        return new RegistrationReport(
                line.name(),
                "HTTP",
                line.server().toString(),
                line.node(),
                snapshot.status().label(),
                addresses,
                addresses.isEmpty() ? "" : addresses.getFirst(),
                List.of("Perceived : " + shownPerceived()),
                snapshot);
    }
}
