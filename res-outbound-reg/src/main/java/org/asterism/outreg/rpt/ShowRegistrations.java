package org.asterism.outreg.rpt;

import java.util.List;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;

/** {@code rpt show registrations}. */
final class ShowRegistrations implements CliCommand {
    private static final String ROW = "%-45.45s  %-10.10s  %-35.35s %8.8s  %s";

    private final HttpRegistrations registrations;

    ShowRegistrations(HttpRegistrations registrations) {
        this.registrations = registrations;
    }

    @Override
    public String words() {
        return "rpt show registrations";
    }

    @Override
    public String summary() {
        return "Display status of registrations";
    }

    @Override
    public String usage() {
        return """
            Usage: rpt show registrations
                   Lists the nodes registered by HTTP and how that goes.\
            """;
    }

    @Override
    public CliResult run(CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        List<HttpRegistrationStatus> all = registrations.statuses();
        request.printf(ROW, "Host", "Username", "Perceived", "Refresh", "State");
        for (HttpRegistrationStatus each : all) {
            request.printf(
                    ROW,
                    each.host(),
                    each.line().node(),
                    each.shownPerceived(),
                    each.refreshSeconds(),
                    each.shownState());
        }
        request.println(all.size() + " HTTP registration" + (all.size() == 1 ? "" : "s") + ".");
        return CliResult.SUCCESS;
    }
}
