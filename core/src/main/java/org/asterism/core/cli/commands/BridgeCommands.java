package org.asterism.core.cli.commands;

import java.util.List;
import java.util.Locale;
import org.asterism.core.bridge.Bridge;
import org.asterism.core.bridge.BridgeRegistry;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.jspecify.annotations.Nullable;

/** {@code bridge show}, in Asterisk's columns. */
final class BridgeCommands {
    private static final String ROW = "%-36s %-36s %5s %-15s %-15s %s";

    private final BridgeRegistry bridges;

    BridgeCommands(BridgeRegistry bridges) {
        this.bridges = bridges;
    }

    List<CliCommand> all() {
        return List.of(
                new DeclaredCommand("bridge show all", "List all bridges", """
                    Usage: bridge show all
                           Lists the bridges that join channels now.\
                    """, this::list),
                new DeclaredCommand("bridge show", "Show information about a bridge", """
                    Usage: bridge show <bridge-id>
                           Shows what is known of a bridge, and who is in it.\
                    """, this::show, this::complete));
    }

    private List<String> complete(List<String> arguments, String prefix) {
        return arguments.isEmpty()
                ? Candidates.beginningWith(
                        prefix, bridges.all().stream().map(Bridge::id).toList())
                : List.of();
    }

    private CliResult list(CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        request.printf(ROW, "Bridge-ID", "Name", "Chans", "Type", "Technology", "Duration");
        for (Bridge bridge : bridges.all()) {
            request.printf(
                    ROW,
                    bridge.id(),
                    "<unknown>",
                    bridge.channels().size(),
                    bridge.type(),
                    bridge.technology(),
                    duration(bridge));
        }
        return CliResult.SUCCESS;
    }

    private CliResult show(CliRequest request) {
        if (request.arguments().size() != 1) {
            return CliResult.SHOW_USAGE;
        }
        String id = request.arguments().getFirst();
        @Nullable Bridge bridge = bridges.find(id);
        if (bridge == null) {
            request.println("Bridge '" + id + "' not found");
            return CliResult.SILENT_FAILURE;
        }
        request.println("Id: " + bridge.id());
        request.println("Type: " + bridge.type());
        request.println("Technology: " + bridge.technology());
        request.println("Subclass: " + bridge.type());
        request.println("Creator: ");
        request.println("Name: ");
        request.println("Video-Mode: none");
        request.println("Video-Source-Id: ");
        request.println("Num-Channels: " + bridge.channels().size());
        request.println("Num-Active: " + bridge.channels().size());
        request.println("Duration: " + duration(bridge));
        bridge.channels().forEach(channel -> request.println("Channel: " + channel.name()));
        return CliResult.SUCCESS;
    }

    private static String duration(Bridge bridge) {
        long seconds = bridge.ageSeconds();
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
