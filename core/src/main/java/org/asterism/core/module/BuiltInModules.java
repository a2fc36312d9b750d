package org.asterism.core.module;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of core that are modules to the console: always loaded, reloadable, never unloaded. */
public final class BuiltInModules implements ModuleSource {
    private final Map<String, ModuleCode> parts = new LinkedHashMap<>();

    /**
     * @param parts each annotated with {@link ModuleInfo}
     * @throws IllegalArgumentException one is not
     */
    public BuiltInModules(List<LoadableModule> parts) {
        for (LoadableModule part : parts) {
            ModuleInfo info = part.getClass().getAnnotation(ModuleInfo.class);
            if (info == null) {
                throw new IllegalArgumentException(part.getClass() + " has no @ModuleInfo");
            }
            ModuleDescription description = ModuleDescription.of(info, true);
            this.parts.put(description.name(), new ModuleCode(description, part, () -> {}));
        }
    }

    @Override
    public List<ModuleDescription> list() {
        return parts.values().stream().map(ModuleCode::description).toList();
    }

    @Override
    public @Nullable ModuleCode open(String name) {
        return parts.get(name);
    }
}
