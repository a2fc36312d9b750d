package org.asterism.core.registration;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where modules list what they keep registered, whatever the protocol. Safe for any thread. */
public final class RegistrationBook {
    private final List<RegistrationSource> sources = new CopyOnWriteArrayList<>();

    /**
     * Adds a module's registrations.
     *
     * @param source answers for them
     * @return takes them out again, for {@link org.asterism.core.module.ModuleContext#onUnload}
     */
    public Runnable add(RegistrationSource source) {
        sources.add(source);
        return () -> sources.remove(source);
    }

    /** {@return the names of all registrations, sorted} */
    public List<String> names() {
        return sources.stream()
                .flatMap(each -> each.names().stream())
                .sorted()
                .distinct()
                .toList();
    }

    /**
     * Finds registrations by name; several protocols may have one of the same name.
     *
     * @param name as operators know it
     * @return one report each
     */
    public List<RegistrationReport> find(String name) {
        return sources.stream().flatMap(each -> each.find(name).stream()).toList();
    }
}
