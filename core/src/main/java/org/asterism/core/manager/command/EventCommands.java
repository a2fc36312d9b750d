package org.asterism.core.manager.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;

/** {@code manager show events} and {@code manager show event}. */
final class EventCommands {
    private static final int COLUMNS = 3;
    private static final String RULE = "--------------------------";

    List<CliCommand> all() {
        return List.of(
                new DeclaredCommand("manager show events", "List manager interface events", """
                    Usage: manager show events
                           Lists the events that the switch tells clients of the manager interface.\
                    """, EventCommands::list),
                new DeclaredCommand(
                        "manager show event",
                        "Show a manager interface event",
                        """
                        Usage: manager show event <eventname>
                               Shows when an event is told, to whom, and its fields.\
                        """,
                        EventCommands::show,
                        EventCommands::complete));
    }

    private static CliResult list(CliRequest request) {
        request.println("Events:");
        request.println("  " + (RULE + "  ").repeat(COLUMNS));
        List<KnownEvent> events = KnownEvent.ALL;
        for (int from = 0; from < events.size(); from += COLUMNS) {
            request.println(events.subList(from, Math.min(from + COLUMNS, events.size())).stream()
                    .map(event -> String.format(Locale.ROOT, "%-26s", event.name()))
                    .collect(Collectors.joining("  ", "  ", "")));
        }
        request.println("");
        return CliResult.SUCCESS;
    }

    private static CliResult show(CliRequest request) {
        if (request.arguments().size() != 1) {
            return CliResult.SHOW_USAGE;
        }
        String name = request.arguments().getFirst();
        for (KnownEvent event : KnownEvent.ALL) {
            if (event.name().equalsIgnoreCase(name)) {
                request.println("Event: " + event.name());
                request.println("[Synopsis]");
                request.println(event.synopsis());
                request.println("[Privilege]");
                request.println(event.eventClass().word() + ",all");
                request.println("[Syntax]");
                request.println("Event: " + event.name());
                event.fields().forEach(field -> request.println(field.startsWith("<") ? field : field + ": <value>"));
                request.println("");
                return CliResult.SUCCESS;
            }
        }
        request.println("Could not find event '" + name + "'");
        return CliResult.SILENT_FAILURE;
    }

    private static List<String> complete(List<String> typed, String prefix) {
        String beginning = prefix.toLowerCase(Locale.ROOT);
        return typed.isEmpty()
                ? KnownEvent.ALL.stream()
                        .map(KnownEvent::name)
                        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(beginning))
                        .toList()
                : List.of();
    }
}
