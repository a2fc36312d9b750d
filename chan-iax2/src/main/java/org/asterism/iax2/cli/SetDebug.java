package org.asterism.iax2.cli;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.net.PeerAddress;
import org.asterism.iax2.peer.PeerEntry;

/** {@code iax2 set debug on|off|peer X|ip X}. */
final class SetDebug implements CliCommand {
    private final Iax2Facts facts;

    SetDebug(Iax2Facts facts) {
        this.facts = facts;
    }

    @Override
    public String words() {
        return "iax2 set debug";
    }

    @Override
    public String summary() {
        return "Enable/Disable IAX debugging";
    }

    @Override
    public String usage() {
        return """
            Usage: iax2 set debug {on|off|peer peername|ip address}
                   Enables/Disables dumping of IAX packets for debugging purposes.\
            """;
    }

    @Override
    public List<String> complete(List<String> arguments, String prefix) {
        if (arguments.isEmpty()) {
            return Stream.of("on", "off", "peer", "ip")
                    .filter(word -> word.startsWith(prefix))
                    .toList();
        }
        return arguments.size() == 1 && arguments.getFirst().equalsIgnoreCase("peer")
                ? PeerNames.startingWith(facts, prefix)
                : List.of();
    }

    @Override
    public CliResult run(CliRequest request) {
        List<String> words = request.arguments();
        if (words.isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        String kind = words.getFirst().toLowerCase(Locale.ROOT);
        return switch (words.size()) {
            case 1 -> all(request, kind);
            case 2 -> one(request, kind, words.getLast());
            default -> CliResult.SHOW_USAGE;
        };
    }

    private CliResult all(CliRequest request, String kind) {
        switch (kind) {
            case "on" -> {
                facts.debug(DebugFilter.ALL);
                request.println("IAX2 Debugging Enabled");
            }
            case "off" -> {
                facts.debug(DebugFilter.OFF);
                request.println("IAX2 Debugging Disabled");
            }
            default -> {
                return CliResult.SHOW_USAGE;
            }
        }
        return CliResult.SUCCESS;
    }

    private CliResult one(CliRequest request, String kind, String which) {
        PeerAddress address;
        switch (kind) {
            case "peer" -> {
                PeerEntry entry = facts.peers().find(which);
                if (entry == null) {
                    request.println("IAX2 peer '" + which + "' does not exist");
                    return CliResult.FAILURE;
                }
                address = entry.callAddress();
                if (address == null) {
                    request.println("Unable to get IP address of peer '" + which + "'");
                    return CliResult.FAILURE;
                }
            }
            case "ip" -> {
                try {
                    address = PeerAddress.of(InetAddress.ofLiteral(which), 0);
                } catch (IllegalArgumentException e) {
                    request.println("'" + which + "' is not an IP address");
                    return CliResult.FAILURE;
                }
            }
            default -> {
                return CliResult.SHOW_USAGE;
            }
        }
        facts.debug(new DebugFilter(true, address));
        request.println("IAX2 Debugging Enabled for IP: " + address.host());
        return CliResult.SUCCESS;
    }
}
