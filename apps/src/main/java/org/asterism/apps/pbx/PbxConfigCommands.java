package org.asterism.apps.pbx;

import java.util.List;
import org.asterism.core.Pbx;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.dialplan.ApplicationCall;
import org.asterism.core.dialplan.DialplanEditor;
import org.asterism.core.dialplan.config.ExtensionsConf;
import org.asterism.core.dialplan.plan.Priority;
import org.asterism.core.dialplan.plan.PriorityTaken;
import org.asterism.core.module.ModuleDeclined;
import org.jspecify.annotations.Nullable;

/** {@code dialplan reload}, {@code dialplan add extension} and {@code dialplan remove extension}. */
final class PbxConfigCommands {
    private final Pbx pbx;
    private final DialplanFile file;

    PbxConfigCommands(Pbx pbx, DialplanFile file) {
        this.pbx = pbx;
        this.file = file;
    }

    List<CliCommand> all() {
        return List.of(
                new DeclaredCommand("dialplan reload", "Reload extensions and *only* extensions", """
                    Usage: dialplan reload
                           Reads extensions.conf again, and nothing else. Global variables
                           stay unless the file says clearglobalvars=yes.\
                    """, this::reload),
                new DeclaredCommand(
                        "dialplan add extension", "Add new extension into context", """
                            Usage: dialplan add extension <exten>,<priority>,<app> into <context> [replace]

                                   <app> is app-name, app-name(app-data) or app-name,<app-data>.
                                   A priority that is there already stays, unless 'replace' is given.
                                   What is added is gone after the next dialplan reload.

                            Example: dialplan add extension 6123,1,Dial,IAX2/alice into phones\
                            """, this::add, this::completeAdd),
                new DeclaredCommand(
                        "dialplan remove extension",
                        "Remove a specified extension",
                        """
                        Usage: dialplan remove extension exten[/cid]@context [priority]
                               Takes an extension out of a context, or one of its priorities.\
                        """,
                        this::remove,
                        this::completeRemove));
    }

    private CliResult reload(CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        try {
            file.load();
        } catch (ModuleDeclined e) {
            request.println("The dialplan stays as it was: " + e.getMessage());
            return CliResult.FAILURE;
        }
        request.println("Dialplan reloaded.");
        return CliResult.SUCCESS;
    }

    private CliResult add(CliRequest request) {
        List<String> arguments = request.arguments();
        int into = arguments.size() - 2;
        boolean replace = !arguments.isEmpty() && arguments.getLast().equals("replace");
        if (replace) {
            into--;
        }
        if (into < 1 || !arguments.get(into).equals("into")) {
            return CliResult.SHOW_USAGE;
        }
        String[] parts = String.join(" ", arguments.subList(0, into)).split(",", 4);
        if (parts.length < 3 || parts[0].isBlank() || parts[2].isBlank()) {
            return CliResult.SHOW_USAGE;
        }
        int priority = parts[1].strip().equals("hint") ? Priority.HINT : number(parts[1]);
        if (priority == 0) {
            request.println("'" + parts[1] + "' is not a valid priority");
            return CliResult.SHOW_USAGE;
        }
        return add(request, parts, priority, arguments.get(into + 1), replace);
    }

    private CliResult add(CliRequest request, String[] parts, int priority, String context, boolean replace) {
        String extension = parts[0].strip();
        ApplicationCall call = parts[2].indexOf('(') >= 0
                ? ApplicationCall.parse(parts.length < 4 ? parts[2] : parts[2] + "," + parts[3])
                : new ApplicationCall(parts[2].strip(), parts.length < 4 ? "" : parts[3]);
        DialplanEditor editor = pbx.dialplan().editor();
        try {
            editor.addExtension(
                    context,
                    extension,
                    priority,
                    call.application(),
                    call.arguments(),
                    ExtensionsConf.REGISTRAR,
                    replace);
        } catch (PriorityTaken _) {
            request.println(
                    "Extension " + extension + "@" + context + " with priority " + priority + " already exists");
            return CliResult.FAILURE;
        }
        String added = "'" + extension + "," + (priority == Priority.HINT ? "hint" : priority) + ","
                + call.application() + "(" + call.arguments() + ")'";
        request.println(
                replace
                        ? "Extension " + extension + "@" + context + " (" + priority + ") replace by " + added
                        : "Extension " + added + " added into '" + context + "' context");
        return CliResult.SUCCESS;
    }

    private CliResult remove(CliRequest request) {
        List<String> arguments = request.arguments();
        if (arguments.isEmpty() || arguments.size() > 2) {
            return CliResult.SHOW_USAGE;
        }
        int at = arguments.getFirst().lastIndexOf('@');
        int priority = arguments.size() == 1
                ? 0
                : arguments.getLast().equals("hint") ? Priority.HINT : number(arguments.getLast());
        if (at < 1 || (arguments.size() == 2 && priority == 0)) {
            return CliResult.SHOW_USAGE;
        }
        String nameAndCaller = arguments.getFirst().substring(0, at);
        int slash = nameAndCaller.indexOf('/');
        String name = slash < 0 ? nameAndCaller : nameAndCaller.substring(0, slash);
        @Nullable String caller = slash < 0 ? null : nameAndCaller.substring(slash + 1);
        String context = arguments.getFirst().substring(at + 1);
        if (!pbx.dialplan().editor().removeExtension(context, name, caller, priority, null)) {
            request.println("Failed to remove extension " + name + "@" + context);
            return CliResult.FAILURE;
        }
        request.println(
                priority == 0
                        ? "Whole extension " + name + "@" + context + " removed"
                        : "Extension " + name + "@" + context + " with priority " + priority + " removed");
        return CliResult.SUCCESS;
    }

    private List<String> completeAdd(List<String> arguments, String prefix) {
        if (arguments.isEmpty()) {
            return List.of();
        }
        if (arguments.getLast().equals("into")) {
            return pbx.dialplan().editor().snapshot().contexts().stream()
                    .map(context -> context.name())
                    .filter(name -> name.startsWith(prefix))
                    .sorted()
                    .toList();
        }
        String next = arguments.contains("into") ? "replace" : "into";
        return next.startsWith(prefix) ? List.of(next) : List.of();
    }

    private List<String> completeRemove(List<String> arguments, String prefix) {
        return arguments.isEmpty()
                ? pbx.dialplan().editor().snapshot().contexts().stream()
                        .flatMap(context ->
                                context.extensions().stream().map(extension -> extension.name() + "@" + context.name()))
                        .filter(name -> name.startsWith(prefix))
                        .sorted()
                        .toList()
                : List.of();
    }

    /** A priority, or 0 for what is none. */
    private static int number(String text) {
        try {
            return Math.max(0, Integer.parseInt(text.strip()));
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
