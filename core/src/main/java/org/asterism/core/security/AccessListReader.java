package org.asterism.core.security;

import java.util.Locale;
import java.util.function.Consumer;
import org.asterism.core.config.ConfigEntry;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.ConfigSection;
import org.jspecify.annotations.Nullable;

/**
 * Reads access lists from configuration sections. A mistake in a list keeps everybody out until it is mended, because the
 * line may have been meant to.
 */
public final class AccessListReader {
    private final @Nullable ConfigFile named;
    private final Consumer<ConfigProblem> problems;

    /**
     * Creates a reader.
     *
     * @param named    acl.conf, whose sections {@code acl} lines name; null when there is none.
     * @param problems takes each mistake with its file and line.
     */
    public AccessListReader(@Nullable ConfigFile named, Consumer<ConfigProblem> problems) {
        this.named = named;
        this.problems = problems;
    }

    /** {@return the list of the section's {@code permit}, {@code deny} and {@code acl} lines, in their order} */
    public AccessList read(ConfigSection section) {
        AccessList list = AccessList.EVERYBODY;
        boolean mistaken = false;
        for (ConfigEntry entry : section.entries()) {
            try {
                list = entry.is("acl") ? withNamed(list, entry.value()) : withNetworks(list, entry);
            } catch (IllegalArgumentException e) {
                mistaken = true;
                problems.accept(ConfigProblem.error(
                        entry,
                        entry.key().toLowerCase(Locale.ROOT) + "=" + entry.value() + ": " + e.getMessage()
                                + "; nobody is let in until it is mended"));
            }
        }
        return mistaken ? AccessList.NOBODY : list;
    }

    private static AccessList withNetworks(AccessList list, ConfigEntry entry) {
        return entry.is("permit") || entry.is("deny") ? list.with(entry.is("permit"), entry.value()) : list;
    }

    private AccessList withNamed(AccessList list, String names) {
        AccessList longer = list;
        for (String item : names.split(",", -1)) {
            ConfigSection section = named == null ? null : named.section(item.trim());
            if (section == null) {
                throw new IllegalArgumentException("acl.conf has no section [" + item.trim() + "]");
            }
            for (ConfigEntry rule : section.entries()) {
                try {
                    longer = withNetworks(longer, rule);
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(rule.where() + ": " + e.getMessage(), e);
                }
            }
        }
        return longer;
    }
}
