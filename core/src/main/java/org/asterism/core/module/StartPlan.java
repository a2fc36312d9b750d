package org.asterism.core.module;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asterism.core.module.ModuleSettings.Wish;

/**
 * Which modules start, in which order: preloaded ones first, then by priority, then in the order of the list (built-in ones, the
 * lines of modules.conf, the folder).
 *
 * @param order   normal names
 * @param missing names that modules.conf wants and nothing offers
 */
record StartPlan(List<String> order, List<String> missing) {
    /**
     * Makes the plan.
     *
     * @param settings modules.conf
     * @param offered  what there is, by normal name
     * @return the plan
     * @throws StartupFailed modules.conf wants to do without a part of core
     */
    static StartPlan make(ModuleSettings settings, Map<String, ModuleDescription> offered) throws StartupFailed {
        for (String name : settings.unwanted()) {
            ModuleDescription description = offered.get(name);
            if (description != null && description.builtIn()) {
                throw new StartupFailed(
                        StartupFailed.INITIALIZATION, name + " is a built-in module, you cannot specify 'noload'.");
            }
        }
        Set<String> chosen = new LinkedHashSet<>();
        offered.values().stream()
                .filter(ModuleDescription::builtIn)
                .map(ModuleDescription::name)
                .forEach(chosen::add);
        chosen.addAll(settings.names());
        if (settings.autoload()) {
            offered.keySet().stream()
                    .filter(name -> !settings.unwanted().contains(name))
                    .sorted()
                    .forEach(chosen::add);
        }
        List<String> missing = new ArrayList<>();
        Map<String, ModuleDescription> found = new LinkedHashMap<>();
        for (String name : chosen) {
            ModuleDescription description = offered.get(name);
            if (description == null) {
                missing.add(name);
            } else {
                found.put(name, description);
            }
        }
        List<String> order = new ArrayList<>(found.keySet());
        order.sort(Comparator.comparing((String name) -> !preload(settings, name))
                .thenComparingInt(name -> priority(found, name)));
        return new StartPlan(order, missing);
    }

    private static int priority(Map<String, ModuleDescription> found, String name) {
        ModuleDescription description = found.get(name);
        return description == null ? LoadPriority.DEFAULT : description.priority();
    }

    private static boolean preload(ModuleSettings settings, String name) {
        Wish wish = settings.wanted().get(name);
        return wish != null && wish.preload();
    }
}
