package org.asterism.iax2.channel;

import java.util.List;
import org.asterism.core.registration.RegistrationReport;
import org.asterism.core.registration.RegistrationSource;
import org.asterism.iax2.config.RegisterLine;
import org.asterism.iax2.registrant.RegistrantStatus;

/** Our registrations as {@code registration explain} finds them. Safe for any thread. */
final class ListedRegistrations implements RegistrationSource {
    private final DriverFacts facts;

    ListedRegistrations(DriverFacts facts) {
        this.facts = facts;
    }

    @Override
    public List<String> names() {
        return facts.configuration().registrations().stream()
                .map(RegisterLine::name)
                .toList();
    }

    @Override
    public List<RegistrationReport> find(String name) {
        return facts.registrations().stream()
                .filter(each -> each.name().equals(name))
                .map(RegistrantStatus::report)
                .toList();
    }
}
