package org.asterism.core.cli.commands;

import java.util.List;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRegistry;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.jspecify.annotations.Nullable;

/** {@code core show help}. */
final class HelpCommand {
    private final CliRegistry registry;

    HelpCommand(CliRegistry registry) {
        this.registry = registry;
    }

    List<CliCommand> all() {
        return List.of(new DeclaredCommand(
                        "core show help",
                        "Display help list, or specific help on a command",
                        """
                        Usage: core show help [topic]
                               Tells how the command of that name is used. Where no command has exactly that
                               name, lists the commands that begin with it; without a topic, all commands.\
                        """,
                        this::help,
                        registry::nextWords)
                .duringShutdown());
    }

    private CliResult help(CliRequest request) {
        List<String> topic = request.arguments();
        @Nullable CliCommand exact = registry.exactly(topic);
        if (exact != null) {
            exact.usage().stripTrailing().lines().forEach(request::println);
            return CliResult.SUCCESS;
        }
        List<CliRegistry.Entry> found = registry.beginningWith(topic);
        if (found.isEmpty()) {
            request.println("No such command '" + String.join(" ", topic) + "'.");
            return CliResult.SILENT_FAILURE;
        }
        for (CliRegistry.Entry entry : found) {
            request.printf(
                    "%-30s -- %s", entry.command().words(), entry.command().summary());
        }
        return CliResult.SUCCESS;
    }
}
