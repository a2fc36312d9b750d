package org.asterism.core.module;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.asterism.core.Pbx;
import org.asterism.core.event.Event;
import org.asterism.core.event.EventClass;
import org.asterism.core.log.Verbose;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads, reloads and unloads modules. Safe for any thread; one operation runs at a time, listings never wait for it. */
public final class ModuleLoader {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleLoader.class);

    private final Pbx pbx;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final ModuleTable table;
    private final ModuleStarter starter;
    private final Set<String> queuedReloads = new LinkedHashSet<>();
    private volatile boolean booted;

    /**
     * @param pbx     what modules are given
     * @param sources where modules are, the first that has one wins
     * @param clock   for the record of transitions
     */
    public ModuleLoader(Pbx pbx, List<ModuleSource> sources, InstantSource clock) {
        this.pbx = pbx;
        this.table = new ModuleTable(module -> pbx.dialplan().running(module));
        this.starter = new ModuleStarter(List.copyOf(sources), table);
        this.clock = clock;
    }

    /**
     * Starts what modules.conf wants.
     *
     * @param settings modules.conf
     * @throws StartupFailed the switch must not start
     */
    public void start(ModuleSettings settings) throws StartupFailed {
        lock.lock();
        try {
            Map<String, ModuleDescription> offered = starter.offered();
            StartPlan plan = StartPlan.make(settings, offered);
            LOG.info("{} modules will be loaded.", plan.order().size());
            for (String name : plan.order()) {
                table.put(new ManagedModule(Objects.requireNonNull(offered.get(name)), pbx, clock));
            }
            starter.startAll(plan, settings, offered.keySet());
        } finally {
            lock.unlock();
        }
    }

    /** Carries out the reloads that were asked for while the switch was starting. */
    public void markBooted() {
        booted = true;
        List<String> queued;
        lock.lock();
        try {
            queued = List.copyOf(queuedReloads);
            queuedReloads.clear();
        } finally {
            lock.unlock();
        }
        for (String name : queued) {
            LOG.info("Executing deferred reload request for module '{}'.", name.isEmpty() ? "all" : name);
            if (name.isEmpty()) {
                reloadAll();
            } else {
                reload(name);
            }
        }
    }

    /** {@return all resident modules by name} */
    public List<ModuleStatus> list() {
        return table.all().stream().map(table::status).toList();
    }

    /**
     * A resident module.
     *
     * @param name in any spelling
     * @return its status, or {@code null}
     */
    public @Nullable ModuleStatus find(String name) {
        ManagedModule module = table.find(name);
        return module == null ? null : table.status(module);
    }

    /** {@return modules that could be loaded and are not running, by their display names; looks at the folder} */
    public List<String> loadable() {
        lock.lock();
        try {
            return starter.offered().values().stream()
                    .filter(each -> !table.works(each.name()))
                    .map(ModuleDescription::displayName)
                    .sorted()
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Loads a module.
     *
     * @param name in any spelling
     * @return how it went
     */
    public ModuleOutcome load(String name) {
        lock.lock();
        try {
            if (table.works(name)) {
                LOG.warn("Module '{}' already loaded and running.", name);
                return ModuleOutcome.refused("Module '" + name + "' already loaded and running.");
            }
            Map<String, ModuleDescription> offered = starter.offered();
            ModuleDescription description = offered.get(ModuleDescription.normalName(name));
            if (description == null) {
                String reason = ModuleStarter.missing(name, offered.keySet());
                LOG.warn("{}", reason);
                return ModuleOutcome.refused(reason);
            }
            ManagedModule before = table.find(name);
            if (before != null) {
                before.stop("loaded anew");
            }
            ManagedModule module = new ManagedModule(description, pbx, clock);
            table.put(module);
            String reason = starter.start(module);
            String status = reason == null ? "Success" : module.state() == ModuleState.FAILED ? "Failure" : "Decline";
            pbx.events().publish(Event.of("Load", EventClass.SYSTEM, "Module", name, "Status", status));
            return reason == null ? ModuleOutcome.DONE : ModuleOutcome.refused(reason);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Unloads a module.
     *
     * @param name  in any spelling
     * @param force even when something uses it
     * @return how it went
     */
    public ModuleOutcome unload(String name, boolean force) {
        lock.lock();
        try {
            ManagedModule module = table.find(name);
            String reason = module == null
                    ? "Unload failed, '" + name + "' could not be found"
                    : reasonToKeep(module, name, force);
            if (reason != null || module == null) {
                LOG.warn("{}", reason);
                return ModuleOutcome.refused(String.valueOf(reason));
            }
            module.stop(force ? "unloaded by force" : "unloaded");
            table.remove(module);
            pbx.events().publish(Event.of("Unload", EventClass.SYSTEM, "Module", name, "Status", "Success"));
            return ModuleOutcome.DONE;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable String reasonToKeep(ManagedModule module, String name, boolean force) {
        int uses = table.useCount(module);
        if (module.description().builtIn()) {
            return "'" + name + "' is built in and cannot be unloaded";
        }
        if (uses > 0 && !force) {
            List<String> users = table.users(module.name());
            return "Soft unload failed, '" + name + "' has use count " + uses
                    + (users.isEmpty() ? "" : " (used by " + String.join(", ", users) + ")");
        }
        if (uses > 0) {
            LOG.warn("Warning:  Forcing removal of module '{}' with use count {}", name, uses);
        }
        return null;
    }

    /**
     * Reads a module's configuration again.
     *
     * @param name in any spelling
     * @return how it went; the log has the reason of an {@link ReloadResult#ERROR}
     */
    public ReloadResult reload(String name) {
        if (!booted) {
            return queue(ModuleDescription.normalName(name));
        }
        if (!lock.tryLock()) {
            return ReloadResult.IN_PROGRESS;
        }
        try {
            ManagedModule module = table.find(name);
            ReloadResult result = module == null ? ReloadResult.NOT_FOUND : reload(module);
            publishReload(name, result);
            return result;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Reads the configuration of every module again that has some.
     *
     * @return {@link ReloadResult#ERROR} when some module kept its old one
     */
    public ReloadResult reloadAll() {
        if (!booted) {
            return queue("");
        }
        if (!lock.tryLock()) {
            return ReloadResult.IN_PROGRESS;
        }
        try {
            ReloadResult result = ReloadResult.SUCCESS;
            for (ManagedModule module : table.all()) {
                if (module.reloadable() && reload(module) == ReloadResult.ERROR) {
                    result = ReloadResult.ERROR;
                }
            }
            publishReload("All", result);
            return result;
        } finally {
            lock.unlock();
        }
    }

    /** Unloads everything, users before what they use, however many things use it. For the end of the process. */
    public void unloadAll() {
        lock.lock();
        try {
            Set<ManagedModule> left = new LinkedHashSet<>(new ArrayList<>(table.all()).reversed());
            while (!left.isEmpty()) {
                ManagedModule next = left.stream()
                        .filter(each -> table.users(each.name()).isEmpty())
                        .findFirst()
                        .orElseGet(() -> left.iterator().next());
                left.remove(next);
                if (next.state() != ModuleState.ABSENT) {
                    next.stop("the switch ends");
                }
                table.remove(next);
            }
        } finally {
            lock.unlock();
        }
    }

    private ReloadResult queue(String name) {
        lock.lock();
        try {
            queuedReloads.add(name);
            return ReloadResult.QUEUED;
        } finally {
            lock.unlock();
        }
    }

    private ReloadResult reload(ManagedModule module) {
        String name = module.name();
        if (!module.state().works()) {
            LOG.warn(
                    "The module '{}' was not properly initialized. Before reloading the module, you must run"
                            + " \"module load {}\" and fix whatever is preventing the module from being initialized.",
                    name,
                    name);
            return ReloadResult.UNINITIALIZED;
        }
        if (!module.reloadable()) {
            return ReloadResult.NOT_SUPPORTED;
        }
        Verbose.say(
                3,
                "Reloading module '" + module.description().displayName() + "' ("
                        + module.description().description() + ")");
        String reason = module.reload();
        if (reason != null) {
            LOG.error("Module '{}' keeps its old configuration: {}", name, reason);
            return ReloadResult.ERROR;
        }
        return ReloadResult.SUCCESS;
    }

    private void publishReload(String name, ReloadResult result) {
        pbx.events()
                .publish(Event.of(
                        "Reload", EventClass.SYSTEM, "Module", name, "Status", String.valueOf(result.number())));
    }
}
