package org.asterism.iax2.cli;

import java.util.List;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.iax2.registrant.RegistrantStatus;

/** {@code iax2 show registry}. */
final class ShowRegistry implements CliCommand {
    private static final String ROW = "%-45.45s  %-6.6s  %-10.10s  %-45.45s %8s  %s";

    private final Iax2Facts facts;

    ShowRegistry(Iax2Facts facts) {
        this.facts = facts;
    }

    @Override
    public String words() {
        return "iax2 show registry";
    }

    @Override
    public String summary() {
        return "Display IAX registration status";
    }

    @Override
    public String usage() {
        return """
            Usage: iax2 show registry
                   Lists all registration requests and status.\
            """;
    }

    @Override
    public CliResult run(CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        List<RegistrantStatus> registrations = facts.registrations();
        request.printf(ROW, "Host", "dnsmgr", "Username", "Perceived", "Refresh", "State");
        for (RegistrantStatus each : registrations) {
            request.printf(
                    ROW,
                    each.host(),
                    each.followed() ? "Y" : "N",
                    each.userName(),
                    each.perceived(),
                    each.refreshSeconds(),
                    each.state().label());
        }
        request.println(registrations.size() + " IAX2 registrations.");
        return CliResult.SUCCESS;
    }
}
