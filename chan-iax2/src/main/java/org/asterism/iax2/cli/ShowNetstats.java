package org.asterism.iax2.cli;

import java.util.List;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;

/** {@code iax2 show netstats}. */
final class ShowNetstats implements CliCommand {
    private static final String GROUPS =
            "                                -------- LOCAL ---------------------  -------- REMOTE"
                    + " --------------------";
    private static final String HEADER =
            "Channel                    RTT  Jit  Del  Lost   %  Drop  OOO  Kpkts  Jit  Del  Lost   %  Drop  OOO  Kpkts"
                    + " FirstMsg    LastMsg";
    private static final String ROW = "%-24.25s %4d %4d %4d %5d %3d %5d %4d %6d %4d %4d %5d %3d %5d %4d %6d %s%s %4s%s";

    private final Iax2Facts facts;

    ShowNetstats(Iax2Facts facts) {
        this.facts = facts;
    }

    @Override
    public String words() {
        return "iax2 show netstats";
    }

    @Override
    public String summary() {
        return "List active IAX channel netstats";
    }

    @Override
    public String usage() {
        return """
            Usage: iax2 show netstats
                   Lists network status for all currently active IAX channels.\
            """;
    }

    @Override
    public CliResult run(CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        request.println(GROUPS);
        request.println(HEADER);
        List<DialogFacts> dialogs = facts.dialogs();
        for (DialogFacts each : dialogs) {
            request.printf(
                    ROW,
                    each.netstats(
                            List.of(each.channel()),
                            List.of(
                                    direction(each.firstMessage()),
                                    message(each.firstMessage()),
                                    direction(each.lastMessage()),
                                    message(each.lastMessage()))));
        }
        request.println(ShowChannels.total(dialogs.size()));
        return CliResult.SUCCESS;
    }

    private static String direction(String label) {
        return label.substring(0, Math.min(3, label.length()));
    }

    private static String message(String label) {
        return label.substring(Math.min(3, label.length()));
    }
}
