package org.asterism.iax2.cli;

import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;

/** {@code iax2 show stats}: what was received, sent and dropped, each drop with its reason. */
final class ShowStats implements CliCommand {
    private final Iax2Facts facts;

    ShowStats(Iax2Facts facts) {
        this.facts = facts;
    }

    @Override
    public String words() {
        return "iax2 show stats";
    }

    @Override
    public String summary() {
        return "Display IAX statistics";
    }

    @Override
    public String usage() {
        return """
            Usage: iax2 show stats
                   Display statistics on IAX channel driver\
            """;
    }

    @Override
    public CliResult run(CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        request.println("    IAX Statistics");
        request.println("---------------------");
        for (Iax2Facts.CounterFact each : facts.counters()) {
            request.printf("%-44s %12d", each.name() + ":", each.value());
        }
        request.println("");
        return CliResult.SUCCESS;
    }
}
