package org.asterism.iax2.cli;

import java.util.List;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.location.Registrar;
import org.asterism.iax2.peer.PeerEntry;
import org.asterism.iax2.registrar.RegistrationServer;

/** {@code iax2 unregister}. */
final class Unregister implements CliCommand {
    private final Iax2Facts facts;

    Unregister(Iax2Facts facts) {
        this.facts = facts;
    }

    @Override
    public String words() {
        return "iax2 unregister";
    }

    @Override
    public String summary() {
        return "Unregister (force expiration) an IAX2 peer from the registry";
    }

    @Override
    public String usage() {
        return """
            Usage: iax2 unregister <peername>
                   Unregister (force expiration) an IAX2 peer from the registry.\
            """;
    }

    @Override
    public List<String> complete(List<String> arguments, String prefix) {
        return arguments.isEmpty() ? PeerNames.startingWith(facts, prefix) : List.of();
    }

    @Override
    public CliResult run(CliRequest request) {
        if (request.arguments().size() != 1) {
            return CliResult.SHOW_USAGE;
        }
        String name = request.arguments().getFirst();
        PeerEntry entry = facts.peers().find(name);
        Registrar registrar = facts.registrar();
        if (entry == null) {
            request.println("Peer unknown: " + name + ". Not unregistered");
        } else if (registrar != null && registrar.unregister(RegistrationServer.TECHNOLOGY, name)) {
            request.println("Peer " + name + " unregistered");
        } else {
            request.println("Peer " + name + " not registered");
        }
        return CliResult.SUCCESS;
    }
}
