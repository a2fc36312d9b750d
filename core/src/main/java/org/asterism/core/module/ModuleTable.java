package org.asterism.core.module;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The resident modules and who uses whom. Written under the loader's lock, read by any thread. */
final class ModuleTable {
    private final Map<String, ManagedModule> modules = new ConcurrentSkipListMap<>();
    private final ToIntFunction<String> runningApplications;

    /**
     * @param runningApplications how many calls are in an application of a module
     */
    ModuleTable(ToIntFunction<String> runningApplications) {
        this.runningApplications = runningApplications;
    }

    void put(ManagedModule module) {
        modules.put(module.name(), module);
    }

    void remove(ManagedModule module) {
        modules.remove(module.name(), module);
    }

    /**
     * Finds a module.
     *
     * @param name in any spelling
     * @return the module, or {@code null}
     */
    @Nullable
    ManagedModule find(String name) {
        return modules.get(ModuleDescription.normalName(name));
    }

    /** {@return all of them by name} */
    Collection<ManagedModule> all() {
        return modules.values();
    }

    boolean works(String name) {
        ManagedModule module = find(name);
        return module != null && module.state().works();
    }

    /** {@return the running modules that rely on the one of that normal name} */
    List<String> users(String name) {
        List<String> users = new ArrayList<>();
        for (ManagedModule module : modules.values()) {
            if (module.relies().contains(name) && module.state().works()) {
                users.add(module.description().displayName());
            }
        }
        return users;
    }

    /** {@return what keeps a module: its own count, calls in its applications, modules relying on it, and one for being core's} */
    int useCount(ManagedModule module) {
        int permanent = module.description().builtIn() ? 1 : 0;
        return permanent
                + module.ownUseCount()
                + runningApplications.applyAsInt(module.name())
                + users(module.name()).size();
    }

    ModuleStatus status(ManagedModule module) {
        return new ModuleStatus(
                module.description(),
                module.state(),
                useCount(module),
                module.reloadable(),
                module.lifecycle().transitions());
    }
}
