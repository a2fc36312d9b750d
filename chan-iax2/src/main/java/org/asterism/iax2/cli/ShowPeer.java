package org.asterism.iax2.cli;

import java.util.List;
import org.asterism.core.channel.CallerId;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.location.Location;
import org.asterism.core.location.Registrar;
import org.asterism.core.net.PeerAddress;
import org.asterism.iax2.config.Peer;
import org.asterism.iax2.peer.PeerEntry;
import org.asterism.iax2.registrar.RegistrationServer;
import org.asterism.iax2.wire.Codecs;
import org.jspecify.annotations.Nullable;

/** {@code iax2 show peer}. */
final class ShowPeer implements CliCommand {
    private final Iax2Facts facts;

    ShowPeer(Iax2Facts facts) {
        this.facts = facts;
    }

    @Override
    public String words() {
        return "iax2 show peer";
    }

    @Override
    public String summary() {
        return "Show details on specific IAX peer";
    }

    @Override
    public String usage() {
        return """
            Usage: iax2 show peer <name>
                   Display details on specific IAX peer\
            """;
    }

    @Override
    public List<String> complete(List<String> arguments, String prefix) {
        return arguments.isEmpty() ? PeerNames.startingWith(facts, prefix) : List.of();
    }

    @Override
    public CliResult run(CliRequest request) {
        if (request.arguments().isEmpty() || request.arguments().size() > 2) {
            return CliResult.SHOW_USAGE;
        }
        String name = request.arguments().getFirst();
        PeerEntry entry = facts.peers().find(name);
        if (entry == null) {
            request.println("Peer " + name + " not found.");
            request.println("");
            return CliResult.SUCCESS;
        }
        Peer peer = entry.peer();
        CallerId callerId = peer.callerId();
        request.println("");
        request.println("");
        request.println("  * Name       : " + peer.name());
        line(request, "Description", peer.description());
        line(request, "Secret", peer.secret().isEmpty() ? "<Not set>" : "<Set>");
        line(request, "Context", peer.context());
        line(request, "Parking lot", "");
        line(request, "Mailbox", String.join(",", peer.mailboxes()));
        line(request, "Dynamic", yes(peer.dynamic()));
        line(request, "Callnum limit", String.valueOf(peer.maxCallNumbers()));
        line(request, "Calltoken req", entry.callToken().label());
        line(request, "Trunk", yes(peer.trunk()));
        line(request, "Encryption", peer.encryption() ? "(aes128)" : "No");
        line(request, "Callerid", callerId == null ? "\"\" <>" : callerId.display());
        line(request, "Expire", String.valueOf(secondsLeft(peer)));
        line(request, "ACL", yes(!peer.access().isEmpty()));
        line(request, "Addr->IP", address(entry.address()));
        line(request, "Defaddr->IP", address(entry.defaultAddress()));
        line(request, "Username", peer.userName());
        line(request, "Codecs", Codecs.names(Codecs.maskOf(peer.codecs())));
        line(request, "Codec Order", Codecs.names(peer.codecs()));
        line(request, "Status", entry.status());
        request.printf(
                "  %-13s: every %dms when OK, every %dms when UNREACHABLE (sample smoothing %s)",
                "Qualify",
                peer.qualify().okEveryMs(),
                peer.qualify().notOkEveryMs(),
                peer.qualify().smoothing() ? "On" : "Off");
        request.println("");
        return CliResult.SUCCESS;
    }

    /** Seconds until the registration ends, -1 when there is none: Asterisk prints the number of a timer here. */
    private long secondsLeft(Peer peer) {
        Registrar registrar = facts.registrar();
        Location location = registrar == null ? null : registrar.find(RegistrationServer.TECHNOLOGY, peer.name());
        return location == null ? -1 : Math.max(0, (location.expiresAtMs() - System.currentTimeMillis()) / 1000);
    }

    private static void line(CliRequest request, String label, String value) {
        request.printf("  %-13s: %s", label, value);
    }

    private static String address(@Nullable PeerAddress address) {
        return address == null ? "(null) Port (null)" : address.host() + " Port " + address.port();
    }

    private static String yes(boolean value) {
        return value ? "Yes" : "No";
    }
}
