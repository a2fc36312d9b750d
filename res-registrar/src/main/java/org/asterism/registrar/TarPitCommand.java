package org.asterism.registrar;

import java.util.List;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;

/** {@code registrar show tarpit}. */
final class TarPitCommand {
    private static final String ROW = "%-40.40s  %10s  %10s  %10s";

    private final TarPit pit;

    TarPitCommand(TarPit pit) {
        this.pit = pit;
    }

    DeclaredCommand command() {
        return new DeclaredCommand(
                "registrar show tarpit", "Show whose registrations are refused again and again", """
                    Usage: registrar show tarpit
                           Lists the addresses whose registrations were refused of late: how often, how
                           many further requests were not answered because the budget of registrar.conf
                           (tarpit_budget) is used up, and after how many ms one more is looked at.\
                    """, this::show);
    }

    private CliResult show(CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        List<TarPit.Source> sources = pit.sources(System.currentTimeMillis());
        request.printf(ROW, "Address", "Refused", "Ignored", "Waits ms");
        sources.forEach(each -> request.printf(ROW, each.host(), each.refused(), each.ignored(), each.waitMs()));
        request.println(sources.size() + " addresses, " + pit.ignored() + " requests ignored since the start.");
        return CliResult.SUCCESS;
    }
}
