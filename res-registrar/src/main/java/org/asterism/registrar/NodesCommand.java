package org.asterism.registrar;

import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.registrar.redis.RedisLocationStore;

/** {@code registrar show nodes}. */
final class NodesCommand {
    private static final String ROW = "%-40.40s  %s";

    private final RedisLocationStore store;
    private final LocationTable table;

    NodesCommand(RedisLocationStore store, LocationTable table) {
        this.store = store;
        this.table = table;
    }

    DeclaredCommand command() {
        return new DeclaredCommand(
                "registrar show nodes", "Show the switches that share registrations", """
                    Usage: registrar show nodes
                           Lists this switch and those that share registrations with it, as far as
                           devices are registered there, and whether the Redis server can be used.\
                    """, this::show);
    }

    private CliResult show(CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        request.printf(ROW, "Node", "Registrations");
        request.printf(ROW, store.settings().node() + " (this one)", table.countHere());
        table.countElsewhere().forEach((node, count) -> request.printf(ROW, node, count));
        request.println("Redis " + store.settings() + ": " + (store.isConnected() ? "connected" : "not connected")
                + ", " + store.failures() + " commands failed");
        return CliResult.SUCCESS;
    }
}
