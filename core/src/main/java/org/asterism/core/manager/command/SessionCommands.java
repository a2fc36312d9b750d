package org.asterism.core.manager.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.manager.server.ConnectedClient;
import org.asterism.core.manager.server.ManagerServer;

/** {@code manager show connected} and {@code manager kick session}. */
final class SessionCommands {
    private static final String ROW = "  %-15.15s  %-55.55s  %-10.10s  %-10.10s  %-8.8s  %-8.8s  %-10.10s  %-10.10s";

    private final ManagerServer server;

    SessionCommands(ManagerServer server) {
        this.server = server;
    }

    List<CliCommand> all() {
        return List.of(
                new DeclaredCommand(
                        "manager show connected", "List connected manager interface users", """
                            Usage: manager show connected
                                   Lists who is logged in to the manager interface: the user, from where,
                                   since when (seconds since 1970) and for how long (seconds), the number
                                   of the session, how many events were dropped because it did not read
                                   them in time, and the permissions as numbers.\
                            """, this::connected),
                new DeclaredCommand(
                        "manager kick session",
                        "Kick a connected manager interface connection",
                        """
                        Usage: manager kick session <session>
                               Ends a session of the manager interface; 'manager show connected'
                               has its number.\
                        """,
                        this::kick,
                        this::sessions));
    }

    private CliResult connected(CliRequest request) {
        request.printf(
                ROW, "Username", "IP Address", "Start", "Elapsed", "Session", "Dropped", "ReadPerms", "WritePerms");
        List<ConnectedClient> clients = server.clients();
        for (ConnectedClient client : clients) {
            request.printf(
                    ROW,
                    client.user(),
                    client.host(),
                    client.began().getEpochSecond(),
                    Duration.between(client.began(), Instant.now()).toSeconds(),
                    client.number(),
                    client.dropped(),
                    client.readPermissions(),
                    client.writePermissions());
        }
        request.println(clients.size() + " users connected.");
        return CliResult.SUCCESS;
    }

    private CliResult kick(CliRequest request) {
        if (request.arguments().size() != 1) {
            return CliResult.SHOW_USAGE;
        }
        String text = request.arguments().getFirst();
        if (!text.matches("\\d{1,9}")) {
            request.println("Invalid AMI session: " + text);
            return CliResult.FAILURE;
        }
        if (!server.kick(Integer.parseInt(text))) {
            request.println("No manager session found using number " + text);
            return CliResult.FAILURE;
        }
        return CliResult.SUCCESS;
    }

    private List<String> sessions(List<String> typed, String prefix) {
        return typed.isEmpty()
                ? server.clients().stream()
                        .map(client -> String.valueOf(client.number()))
                        .filter(number -> number.startsWith(prefix))
                        .toList()
                : List.of();
    }
}
