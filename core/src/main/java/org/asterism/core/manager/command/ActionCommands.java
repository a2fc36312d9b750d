package org.asterism.core.manager.command;

import java.util.List;
import java.util.Locale;
import org.asterism.core.NamedRegistry;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.event.EventClass;
import org.asterism.core.manager.ManagerAction;

/** {@code manager show commands} and {@code manager show command}. */
final class ActionCommands {
    private static final String ROW = "  %-43.43s  %.32s";

    private final NamedRegistry<ManagerAction> actions;

    ActionCommands(NamedRegistry<ManagerAction> actions) {
        this.actions = actions;
    }

    List<CliCommand> all() {
        return List.of(
                new DeclaredCommand("manager show commands", "List manager interface commands", """
                    Usage: manager show commands
                           Lists the actions of the manager interface.\
                    """, this::list),
                new DeclaredCommand(
                        "manager show command", "Show a manager interface command", """
                            Usage: manager show command <actionname> [<actionname> ...]
                                   Shows what an action of the manager interface does, which headers it
                                   takes and which privileges it needs.\
                            """, this::show, this::complete));
    }

    private CliResult list(CliRequest request) {
        request.printf(ROW, "Action", "Synopsis");
        request.printf(ROW, "------", "--------");
        for (NamedRegistry.Entry<ManagerAction> entry : actions.all()) {
            request.printf(ROW, entry.name(), entry.item().synopsis());
        }
        return CliResult.SUCCESS;
    }

    private CliResult show(CliRequest request) {
        if (request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        CliResult result = CliResult.SUCCESS;
        for (String name : request.arguments()) {
            NamedRegistry.Entry<ManagerAction> entry = actions.entry(name);
            if (entry == null) {
                request.println("There is no manager action '" + name + "'");
                result = CliResult.FAILURE;
            } else {
                show(request, entry);
            }
        }
        return result;
    }

    private static void show(CliRequest request, NamedRegistry.Entry<ManagerAction> entry) {
        ManagerAction action = entry.item();
        request.println("");
        request.println("  -= Info about Manager Command '" + action.name() + "' =- ");
        section(request, "Synopsis", action.synopsis());
        section(request, "Provided By", entry.module());
        section(request, "Description", action.description());
        section(request, "Privilege", EventClass.describe(action.privileges()));
        request.println("");
    }

    private static void section(CliRequest request, String title, String text) {
        request.println("");
        request.println("[" + title + "]");
        text.lines().forEach(request::println);
    }

    private List<String> complete(List<String> typed, String prefix) {
        String beginning = prefix.toLowerCase(Locale.ROOT);
        return actions.all().stream()
                .map(NamedRegistry.Entry::name)
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(beginning) && !typed.contains(name))
                .toList();
    }
}
