package org.asterism.iax2.cli;

import java.util.List;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;

/** {@code iax2 show channels}. */
final class ShowChannels implements CliCommand {
    private static final String HEADER =
            "%-20.20s  %-40.40s  %-10.10s  %-11.11s  %-11.11s  %-7.7s  %-6.6s  %-6.6s  %s  %s  %9s";
    private static final String ROW =
            "%-20.20s  %-40.40s  %-10.10s  %05d/%05d  %05d/%05d  %05dms  %s  %04dms  %-6.6s  %s  %s";

    private final Iax2Facts facts;

    ShowChannels(Iax2Facts facts) {
        this.facts = facts;
    }

    @Override
    public String words() {
        return "iax2 show channels";
    }

    @Override
    public String summary() {
        return "List active IAX channels";
    }

    @Override
    public String usage() {
        return """
            Usage: iax2 show channels
                   Lists all currently active IAX channels.\
            """;
    }

    @Override
    public CliResult run(CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        request.printf(
                HEADER,
                "Channel",
                "Peer",
                "Username",
                "ID (Lo/Rem)",
                "Seq (Tx/Rx)",
                "Lag",
                "Jitter",
                "JitBuf",
                "Format",
                "FirstMsg",
                "LastMsg");
        List<DialogFacts> dialogs = facts.dialogs();
        for (DialogFacts each : dialogs) {
            request.printf(
                    ROW,
                    each.channel(),
                    each.address(),
                    each.userName(),
                    each.localCall(),
                    each.remoteCall(),
                    each.oseqno(),
                    each.iseqno(),
                    each.remote().delayMs(),
                    "-0001ms",
                    0,
                    each.format(),
                    each.firstMessage(),
                    each.lastMessage());
        }
        request.println(total(dialogs.size()));
        return CliResult.SUCCESS;
    }

    static String total(int count) {
        return count + " active IAX channel" + (count == 1 ? "" : "s");
    }
}
