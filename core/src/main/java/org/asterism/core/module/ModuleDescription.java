package org.asterism.core.module;

import java.util.List;
import java.util.Locale;

/**
 * {@link ModuleInfo} as a value: what is known of a module before its code is loaded.
 *
 * @param name        without {@code .so}
 * @param description one line for {@code module show}
 * @param requires    modules that must be running first
 * @param optional    modules that start first where they are loaded at all
 * @param priority    load order, lower first
 * @param support     how well it is looked after
 * @param builtIn     whether it is part of core: always loaded, never unloaded, shown without {@code .so}
 */
public record ModuleDescription(
        String name,
        String description,
        List<String> requires,
        List<String> optional,
        int priority,
        SupportLevel support,
        boolean builtIn) {
    /** Copies the lists and makes the names comparable. */
    public ModuleDescription {
        name = normalName(name);
        requires = requires.stream().map(ModuleDescription::normalName).toList();
        optional = optional.stream().map(ModuleDescription::normalName).toList();
    }

    /**
     * Reads a module's annotation from its loaded class.
     *
     * @param info    the annotation
     * @param builtIn whether it is part of core
     * @return the description
     */
    public static ModuleDescription of(ModuleInfo info, boolean builtIn) {
        return new ModuleDescription(
                info.name(),
                info.description(),
                List.of(info.requires()),
                List.of(info.optional()),
                info.priority(),
                info.support(),
                builtIn);
    }

    /**
     * A module's name as the loader compares it.
     *
     * @param name as a person wrote it: in any case, with or without {@code .so}
     * @return lower case, without {@code .so}
     */
    public static String normalName(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(".so") ? lower.substring(0, lower.length() - 3) : lower;
    }

    /** {@return the name as {@code module show} prints it: with {@code .so} unless it is built in} */
    public String displayName() {
        return builtIn ? name : name + ".so";
    }
}
