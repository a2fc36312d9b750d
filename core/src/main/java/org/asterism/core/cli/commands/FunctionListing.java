package org.asterism.core.cli.commands;

import java.util.List;
import java.util.Locale;
import org.asterism.core.NamedRegistry;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.dialplan.DialplanFunction;
import org.asterism.core.dialplan.Documentation;

/** {@code core show functions} and {@code core show function}. */
final class FunctionListing {
    private final NamedRegistry<DialplanFunction> functions;

    FunctionListing(NamedRegistry<DialplanFunction> functions) {
        this.functions = functions;
    }

    List<CliCommand> all() {
        return List.of(
                new DeclaredCommand(
                        "core show functions [like]", "Shows registered dialplan functions", """
                            Usage: core show functions [like <text>]
                                   Lists the dialplan functions: all, or those with <text> in their name.\
                            """, this::list),
                new DeclaredCommand(
                        "core show function",
                        "Describe a specific dialplan function",
                        """
                        Usage: core show function <function>
                               Tells what a function does and how it is used.\
                        """,
                        this::show,
                        this::complete));
    }

    private CliResult list(CliRequest request) {
        List<String> arguments = request.arguments();
        boolean like = arguments.size() == 2 && arguments.getFirst().equalsIgnoreCase("like");
        if (!arguments.isEmpty() && !like) {
            return CliResult.SHOW_USAGE;
        }
        String part = like ? arguments.get(1).toUpperCase(Locale.ROOT) : "";
        List<NamedRegistry.Entry<DialplanFunction>> found = functions.all().stream()
                .filter(entry -> entry.name().toUpperCase(Locale.ROOT).contains(part))
                .toList();
        request.println((like ? "Matching" : "Installed") + " Custom Functions:");
        request.println("-".repeat(80));
        for (NamedRegistry.Entry<DialplanFunction> entry : found) {
            Documentation documentation = entry.item().documentation();
            request.printf("%-20.20s  %-35.35s  %s", entry.name(), documentation.syntax(), documentation.synopsis());
        }
        request.println(found.size() + (like ? " matching" : "") + " custom functions installed.");
        return CliResult.SUCCESS;
    }

    private CliResult show(CliRequest request) {
        if (request.arguments().size() != 1) {
            return CliResult.SHOW_USAGE;
        }
        NamedRegistry.Entry<DialplanFunction> entry =
                functions.entry(request.arguments().getFirst());
        if (entry == null) {
            request.println("No function by that name registered.");
            return CliResult.FAILURE;
        }
        DocumentationText.print(
                request, "Function", entry.name(), entry.module(), entry.item().documentation());
        return CliResult.SUCCESS;
    }

    private List<String> complete(List<String> arguments, String prefix) {
        return arguments.isEmpty()
                ? Candidates.beginningWith(
                        prefix,
                        functions.all().stream().map(NamedRegistry.Entry::name).toList())
                : List.of();
    }
}
