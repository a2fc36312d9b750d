package org.asterism.core.module;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asterism.core.config.Spelling;
import org.asterism.core.log.Verbose;
import org.asterism.core.module.ModuleSettings.Wish;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds modules and starts them after what they depend on. Guarded by the loader's lock. */
final class ModuleStarter {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleStarter.class);

    private final List<ModuleSource> sources;
    private final ModuleTable table;

    ModuleStarter(List<ModuleSource> sources, ModuleTable table) {
        this.sources = sources;
        this.table = table;
    }

    /** {@return what the sources have, by normal name, in their order} */
    Map<String, ModuleDescription> offered() {
        Map<String, ModuleDescription> offered = new LinkedHashMap<>();
        for (ModuleSource source : sources) {
            for (ModuleDescription description : source.list()) {
                ModuleDescription other = offered.putIfAbsent(description.name(), description);
                if (other != null) {
                    LOG.warn("Module {} is there twice; the first one counts", description.name());
                }
            }
        }
        return offered;
    }

    /**
     * What to say of a name that no source has.
     *
     * @param name    as a person wrote it
     * @param offered the names there are
     * @return the message
     */
    static String missing(String name, Iterable<String> offered) {
        return "Error loading module '" + name + "': there is no such module"
                + Spelling.suggestion(ModuleDescription.normalName(name), offered);
    }

    /**
     * Carries out a plan.
     *
     * @param plan     what to start, in order; each is in the table
     * @param settings modules.conf
     * @param offered  the names there are
     * @throws StartupFailed a required module is missing or does not run, or a module failed
     */
    void startAll(StartPlan plan, ModuleSettings settings, Set<String> offered) throws StartupFailed {
        for (String name : plan.missing()) {
            Wish wish = settings.wanted().get(name);
            String spelling = wish == null ? name : wish.spelling();
            if (wish != null && wish.required()) {
                LOG.error("{}", missing(spelling, offered));
                throw new StartupFailed(
                        StartupFailed.REQUIRED_MODULE, "*** Failed to load module " + spelling + " - Required");
            }
            LOG.warn("{}", missing(spelling, offered));
        }
        for (String name : plan.order()) {
            ManagedModule module = table.find(name);
            if (module != null) {
                String reason = start(module);
                if (reason != null) {
                    check(module, reason, settings.wanted().get(name));
                }
            }
        }
        reportDeclined();
    }

    private static void check(ManagedModule module, String reason, @Nullable Wish wish) throws StartupFailed {
        if (wish != null && wish.required()) {
            throw new StartupFailed(
                    StartupFailed.REQUIRED_MODULE,
                    "*** Failed to load required module " + wish.spelling() + ": " + reason);
        }
        if (module.state() == ModuleState.FAILED) {
            throw new StartupFailed(
                    StartupFailed.REQUIRED_MODULE,
                    "*** Module " + module.description().displayName() + " failed: " + reason);
        }
    }

    private void reportDeclined() {
        List<ManagedModule> declined = table.all().stream()
                .filter(module -> module.state() == ModuleState.DECLINED)
                .toList();
        if (!declined.isEmpty()) {
            LOG.warn("Some non-required modules failed to load.");
            declined.forEach(module -> LOG.error("{} declined to load: {}", module.name(), lastReason(module)));
        }
    }

    /**
     * Starts a module, and before it what it depends on.
     *
     * @param module in the table, not started yet
     * @return why it does not run, or {@code null} when it does
     */
    @Nullable
    String start(ManagedModule module) {
        return start(module, new ArrayList<>());
    }

    private @Nullable String start(ManagedModule module, List<String> waiting) {
        if (module.state().works()) {
            return null;
        }
        if (module.state() != ModuleState.ABSENT) {
            return lastReason(module);
        }
        if (waiting.contains(module.name())) {
            return "it requires itself: " + String.join(", ", waiting);
        }
        waiting.add(module.name());
        try {
            String lacking = startDependencies(module, waiting);
            if (lacking != null) {
                module.declineUnstarted(lacking);
                return lacking;
            }
            return startItself(module);
        } finally {
            waiting.removeLast();
        }
    }

    /** {@return what a required dependency lacks, or null when all of them run} */
    private @Nullable String startDependencies(ManagedModule module, List<String> waiting) {
        List<String> lacking = new ArrayList<>();
        for (String name : module.description().requires()) {
            ManagedModule dependency = table.find(name);
            if (dependency == null) {
                lacking.add(name);
                continue;
            }
            String reason = start(dependency, waiting);
            if (reason != null) {
                return "it requires " + name + ", which does not run: " + reason;
            }
            module.relies().add(name);
        }
        for (String name : module.description().optional()) {
            ManagedModule dependency = table.find(name);
            if (dependency != null && !waiting.contains(name) && start(dependency, waiting) == null) {
                module.relies().add(name);
            }
        }
        return switch (lacking.size()) {
            case 0 -> null;
            case 1 -> "missing dependency: " + lacking.getFirst();
            default -> "missing dependencies: " + String.join(", ", lacking);
        };
    }

    private @Nullable String startItself(ManagedModule module) {
        String shown = module.description().displayName();
        Verbose.say(4, "Loading " + shown + ".");
        ModuleCode code;
        try {
            code = open(module.name());
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            LOG.error("Error loading module '{}': {}", shown, reason);
            module.declineUnstarted(reason);
            return reason;
        }
        if (code == null) {
            module.declineUnstarted("its code is gone");
            return "its code is gone";
        }
        String reason = module.start(code);
        if (reason == null) {
            Verbose.say(5, shown + " => (" + module.description().description() + ")");
        }
        return reason;
    }

    private @Nullable ModuleCode open(String name) throws IOException {
        for (ModuleSource source : sources) {
            ModuleCode code = source.open(name);
            if (code != null) {
                return code;
            }
        }
        return null;
    }

    private static String lastReason(ManagedModule module) {
        List<ModuleLifecycle.Transition> transitions = module.lifecycle().transitions();
        return transitions.isEmpty()
                ? "it is being started"
                : transitions.getLast().reason();
    }
}
