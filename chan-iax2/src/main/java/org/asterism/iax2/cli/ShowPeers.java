package org.asterism.iax2.cli;

import java.util.List;
import java.util.stream.Stream;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.net.PeerAddress;
import org.asterism.iax2.config.Peer;
import org.asterism.iax2.peer.PeerEntry;

/** {@code iax2 show peers}. */
final class ShowPeers implements CliCommand {
    private static final String HEADER = "%-15.15s  %-40.40s %s   %-40.40s  %-9s %s  %-11s %-32.32s";
    private static final String ROW = "%-15.15s  %-40.40s %s  %-40.40s  %-6s%s %s  %-11s %-32.32s";

    private final Iax2Facts facts;

    ShowPeers(Iax2Facts facts) {
        this.facts = facts;
    }

    @Override
    public String words() {
        return "iax2 show peers";
    }

    @Override
    public String summary() {
        return "List defined IAX peers";
    }

    @Override
    public String usage() {
        return """
            Usage: iax2 show peers [registered] [like <pattern>]
                   Lists all known IAX2 peers.
                   Optional 'registered' argument lists only peers with known addresses.
                   Optional regular expression pattern is used to filter the peer list.\
            """;
    }

    @Override
    public List<String> complete(List<String> arguments, String prefix) {
        return Stream.of("registered", "like")
                .filter(word -> word.startsWith(prefix))
                .toList();
    }

    @Override
    public CliResult run(CliRequest request) {
        NameFilter filter = NameFilter.of(request.arguments(), true);
        if (filter == null) {
            return CliResult.SHOW_USAGE;
        }
        request.printf(HEADER, "Name/Username", "Host", "   ", "Mask", "Port", "   ", "Status", "Description");
        int total = 0;
        int online = 0;
        int offline = 0;
        int unmonitored = 0;
        for (PeerEntry entry : facts.peers().all()) {
            if (!filter.shows(entry.name()) || (filter.registered() && entry.address() == null)) {
                continue;
            }
            total++;
            switch (entry.qualifyState()) {
                case UNMONITORED -> unmonitored++;
                case REACHABLE, LAGGED -> online++;
                case UNKNOWN, UNREACHABLE -> offline++;
            }
            print(request, entry);
        }
        request.printf("%d iax2 peers [%d online, %d offline, %d unmonitored]", total, online, offline, unmonitored);
        return CliResult.SUCCESS;
    }

    private static void print(CliRequest request, PeerEntry entry) {
        Peer peer = entry.peer();
        PeerAddress address = entry.address();
        request.printf(
                ROW,
                peer.display(),
                address == null ? "(null)" : address.host(),
                peer.dynamic() ? "(D)" : "(S)",
                entry.mask(),
                address == null ? "(null)" : String.valueOf(address.port()),
                peer.trunk() ? "(T)" : "   ",
                peer.encryption() ? "(E)" : "   ",
                entry.status(),
                peer.description());
    }
}
