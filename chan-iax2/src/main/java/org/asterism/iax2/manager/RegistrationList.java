package org.asterism.iax2.manager;

import java.util.List;
import org.asterism.core.manager.ActionRequest;
import org.asterism.iax2.cli.Iax2Facts;
import org.asterism.iax2.registrant.RegistrantStatus;

/** IAXregistry. */
final class RegistrationList {
    private final Iax2Facts facts;

    RegistrationList(Iax2Facts facts) {
        this.facts = facts;
    }

    void show(ActionRequest request) {
        List<RegistrantStatus> all = facts.registrations();
        request.listStart("Registrations will follow");
        for (RegistrantStatus each : all) {
            request.entry(
                    "RegistryEntry",
                    "Host",
                    each.host(),
                    "DNSmanager",
                    each.followed() ? "Y" : "N",
                    "Username",
                    each.userName(),
                    "Perceived",
                    each.perceived(),
                    "Refresh",
                    String.valueOf(each.refreshSeconds()),
                    "State",
                    each.state().label());
        }
        request.listComplete("RegistrationsComplete", all.size());
    }
}
