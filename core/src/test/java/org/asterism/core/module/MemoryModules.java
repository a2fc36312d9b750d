package org.asterism.core.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Modules made of objects, and a record of what was done with them. */
final class MemoryModules implements ModuleSource {
    /** What happened, such as {@code load a}. */
    final List<String> record = new ArrayList<>();

    private final Map<String, ModuleCode> codes = new LinkedHashMap<>();

    /** A module whose every step is recorded. */
    class Recorded implements LoadableModule {
        final String name;
        int uses;

        @Nullable
        ModuleDeclined declines;

        @Nullable
        ModuleFailed fails;

        @Nullable
        RuntimeException breaks;

        @Nullable
        ModuleDeclined reloadDeclines;

        boolean reloads;
        Consumer<ModuleContext> onLoad = _ -> {};

        Recorded(String name) {
            this.name = name;
        }

        @Override
        public void load(ModuleContext context) throws ModuleDeclined, ModuleFailed {
            record.add("load " + name);
            onLoad.accept(context);
            if (declines != null) {
                throw declines;
            }
            if (fails != null) {
                throw fails;
            }
            if (breaks != null) {
                throw breaks;
            }
        }

        @Override
        public void unload() {
            record.add("unload " + name);
        }

        @Override
        public boolean reloadable() {
            return reloads;
        }

        @Override
        public void reload() throws ModuleDeclined {
            record.add("reload " + name);
            if (reloadDeclines != null) {
                throw reloadDeclines;
            }
        }

        @Override
        public int useCount() {
            return uses;
        }
    }

    Recorded add(String name) {
        return add(name, List.of(), List.of(), LoadPriority.DEFAULT, false);
    }

    Recorded add(String name, List<String> requires) {
        return add(name, requires, List.of(), LoadPriority.DEFAULT, false);
    }

    Recorded add(String name, List<String> requires, List<String> optional, int priority, boolean builtIn) {
        Recorded module = new Recorded(name);
        ModuleDescription description = new ModuleDescription(
                name, "Module " + name, requires, optional, priority, SupportLevel.EXTENDED, builtIn);
        codes.put(description.name(), new ModuleCode(description, module, () -> record.add("close " + name)));
        return module;
    }

    void remove(String name) {
        codes.remove(name);
    }

    @Override
    public List<ModuleDescription> list() {
        return codes.values().stream().map(ModuleCode::description).toList();
    }

    @Override
    public @Nullable ModuleCode open(String name) {
        return codes.get(name);
    }
}
