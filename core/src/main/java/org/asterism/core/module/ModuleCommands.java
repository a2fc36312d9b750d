package org.asterism.core.module;

import java.util.List;
import java.util.Locale;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;

/** The {@code module} commands of the console. */
public final class ModuleCommands {
    private static final String ROW = "%-30s %-40.40s %-10s %-11s %13s";

    private final ModuleLoader loader;

    /**
     * @param loader what they work on
     */
    public ModuleCommands(ModuleLoader loader) {
        this.loader = loader;
    }

    /** {@return the commands} */
    public List<CliCommand> all() {
        return List.of(
                new DeclaredCommand("module show", "List modules and info", """
                    Usage: module show [like keyword]
                           Shows Asterism modules currently in use, and usage statistics.\
                    """, this::show),
                new DeclaredCommand(
                        "module show history",
                        "Show how a module came to its state",
                        """
                        Usage: module show history <module name>
                               Shows the last state changes of a module, with their reasons.\
                        """,
                        this::history,
                        this::resident),
                new DeclaredCommand("module load", "Load a module by name", """
                    Usage: module load <module name>
                           Loads the specified module into Asterism.\
                    """, this::load, this::notRunning),
                new DeclaredCommand("module unload", "Unload a module by name", """
                    Usage: module unload [-f] <module_1> [<module_2> ... ]
                           Unloads the specified module from Asterism. The -f
                           option causes the module to be unloaded even if it is
                           in use.\
                    """, this::unload, this::unused),
                new DeclaredCommand(
                        "module refresh",
                        "Completely unloads and loads a module by name",
                        """
                        Usage: module refresh <module name>
                               Unloads the specified module and loads it again, from a new jar
                               if there is one.\
                        """,
                        this::refresh,
                        this::unused),
                new DeclaredCommand(
                        "module reload", "Reload configuration for a module", """
                            Usage: module reload [module ...]
                                   Reloads configuration files for all listed modules which support
                                   reloading, or for all supported modules if none are listed.\
                            """, this::reload, this::reloadable));
    }

    private CliResult show(CliRequest request) {
        List<String> arguments = request.arguments();
        boolean like = arguments.size() == 2 && arguments.getFirst().equalsIgnoreCase("like");
        if (!like && !arguments.isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        String wanted = like ? arguments.get(1).toLowerCase(Locale.ROOT) : "";
        request.printf(ROW, "Module", "Description", "Use Count", "Status", "Support Level");
        int shown = 0;
        for (ModuleStatus module : loader.list()) {
            String name = module.description().displayName();
            if (name.contains(wanted) && module.state() != ModuleState.ABSENT) {
                request.printf(
                        ROW,
                        name,
                        module.description().description(),
                        module.useCount(),
                        module.state().label(),
                        module.description().support().label());
                shown++;
            }
        }
        request.println(shown + " modules loaded");
        return CliResult.SUCCESS;
    }

    private CliResult history(CliRequest request) {
        if (request.arguments().size() != 1) {
            return CliResult.SHOW_USAGE;
        }
        String name = request.arguments().getFirst();
        ModuleStatus module = loader.find(name);
        if (module == null) {
            request.println("No such module '" + name + "'");
            return CliResult.FAILURE;
        }
        for (ModuleLifecycle.Transition step : module.history()) {
            request.printf(
                    "%s  %-10s --%s--> %s%s",
                    step.when(),
                    step.from(),
                    step.event(),
                    step.to(),
                    step.reason().isEmpty() ? "" : "  (" + step.reason() + ")");
        }
        return CliResult.SUCCESS;
    }

    private CliResult load(CliRequest request) {
        if (request.arguments().size() != 1) {
            return CliResult.SHOW_USAGE;
        }
        String name = request.arguments().getFirst();
        ModuleOutcome outcome = loader.load(name);
        if (outcome.done()) {
            request.println("Loaded " + name);
            return CliResult.SUCCESS;
        }
        request.println("Unable to load module " + name);
        request.println(outcome.reason());
        return CliResult.FAILURE;
    }

    private CliResult unload(CliRequest request) {
        List<String> names = request.arguments();
        boolean force = !names.isEmpty() && names.getFirst().startsWith("-");
        if (force && !names.getFirst().equals("-f") && !names.getFirst().equals("-h")) {
            return CliResult.SHOW_USAGE;
        }
        names = force ? names.subList(1, names.size()) : names;
        if (names.isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        for (String name : names) {
            ModuleOutcome outcome = loader.unload(name, force);
            if (!outcome.done()) {
                request.println("Unable to unload resource " + name);
                request.println(outcome.reason());
                return CliResult.FAILURE;
            }
            request.println("Unloaded " + name);
        }
        return CliResult.SUCCESS;
    }

    private CliResult refresh(CliRequest request) {
        if (request.arguments().size() != 1) {
            return CliResult.SHOW_USAGE;
        }
        String name = request.arguments().getFirst();
        ModuleOutcome unloaded = loader.unload(name, false);
        if (!unloaded.done()) {
            request.println("Unable to unload resource " + name);
            request.println(unloaded.reason());
            return CliResult.FAILURE;
        }
        ModuleOutcome loaded = loader.load(name);
        if (!loaded.done()) {
            request.println("Unable to load resource " + name);
            request.println(loaded.reason());
            return CliResult.FAILURE;
        }
        request.println("Unloaded and loaded " + name);
        return CliResult.SUCCESS;
    }

    private CliResult reload(CliRequest request) {
        if (request.arguments().isEmpty()) {
            return loader.reloadAll() == ReloadResult.ERROR ? CliResult.FAILURE : CliResult.SUCCESS;
        }
        CliResult result = CliResult.SUCCESS;
        for (String name : request.arguments()) {
            ReloadResult reloaded = loader.reload(name);
            request.println(text(name, reloaded));
            if (reloaded != ReloadResult.SUCCESS && reloaded != ReloadResult.QUEUED) {
                result = CliResult.FAILURE;
            }
        }
        return result;
    }

    private static String text(String name, ReloadResult result) {
        String plain = ModuleDescription.normalName(name);
        return switch (result) {
            case SUCCESS -> "Module '" + name + "' reloaded successfully.";
            case QUEUED -> "Asterism cannot reload a module yet; request queued";
            case NOT_FOUND -> "No such module '" + name + "'";
            case ERROR -> "The module '" + name + "' reported a reload failure";
            case IN_PROGRESS -> "A module reload request is already in progress; please be patient";
            case UNINITIALIZED ->
                "The module '" + plain + "' was not properly initialized. Before reloading the module, you must run"
                        + " \"module load " + plain
                        + "\" and fix whatever is preventing the module from being initialized.";
            case NOT_SUPPORTED -> "The module '" + name + "' does not support reloads";
        };
    }

    private List<String> notRunning(List<String> arguments, String prefix) {
        return arguments.isEmpty() ? beginning(loader.loadable(), prefix) : List.of();
    }

    private List<String> resident(List<String> arguments, String prefix) {
        return arguments.isEmpty() ? beginning(names(_ -> true), prefix) : List.of();
    }

    private List<String> unused(List<String> arguments, String prefix) {
        return beginning(names(module -> module.useCount() == 0), prefix);
    }

    private List<String> reloadable(List<String> arguments, String prefix) {
        return beginning(names(ModuleStatus::reloadable), prefix);
    }

    private List<String> names(java.util.function.Predicate<ModuleStatus> which) {
        return loader.list().stream()
                .filter(which)
                .map(module -> module.description().displayName())
                .toList();
    }

    private static List<String> beginning(List<String> names, String prefix) {
        String lower = prefix.toLowerCase(Locale.ROOT);
        return names.stream().filter(name -> name.startsWith(lower)).toList();
    }
}
