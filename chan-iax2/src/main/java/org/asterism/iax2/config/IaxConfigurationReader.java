package org.asterism.iax2.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.asterism.core.config.ConfigCatalogue;
import org.asterism.core.config.ConfigEntry;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.config.OptionValues;
import org.asterism.core.security.AccessList;
import org.jspecify.annotations.Nullable;

/** Reads iax.conf (and the named rules of acl.conf) into an {@link IaxConfiguration}. */
public final class IaxConfigurationReader {
    private static final String FILE = "iax.conf";
    private static final String GENERAL = "general";
    private static final String LIMITS = "callnumberlimits";

    private final List<ConfigProblem> problems = new ArrayList<>();
    private final AccessRules rules;

    private IaxConfigurationReader(@Nullable ConfigFile acl) {
        rules = new AccessRules(acl, problems);
    }

    /**
     * Reads the configuration.
     *
     * @param iax iax.conf
     * @param acl acl.conf, or {@code null} when there is none
     * @return the configuration; its problems tell what could not be used
     */
    public static IaxConfiguration read(ConfigFile iax, @Nullable ConfigFile acl) {
        return new IaxConfigurationReader(acl).read(iax);
    }

    /**
     * Reads the configuration from text, for tests and the headless phone.
     *
     * @param text what iax.conf says
     * @return the configuration
     * @throws ConfigException the text cannot be read
     */
    public static IaxConfiguration ofText(String text) throws ConfigException {
        return read(ConfigFile.ofText(FILE, text), null);
    }

    /**
     * Lists the options in the console's help.
     *
     * @param catalogue where they are listed
     * @return takes them off again
     */
    public static ConfigCatalogue.Registration document(ConfigCatalogue catalogue) {
        return catalogue.register(GeneralOptions.SET, EntityOptions.SET, RegistrationOptions.SET);
    }

    private IaxConfiguration read(ConfigFile iax) {
        problems.addAll(iax.problems());
        ConfigSection generalSection = iax.section(GENERAL);
        OptionValues general = GeneralOptions.SET.bind(iax);
        problems.addAll(general.problems());
        GeneralSettings settings = new GeneralReader(problems, rules).read(general, generalSection);
        EntityReader entities = new EntityReader(settings, problems, rules);
        Map<String, User> users = new LinkedHashMap<>();
        Map<String, Peer> peers = new LinkedHashMap<>();
        List<RegisterLine> registrations = registrations(general);
        for (ConfigSection section : iax.sections()) {
            String name = section.name();
            if (!name.equalsIgnoreCase(GENERAL) && !name.equalsIgnoreCase(LIMITS)) {
                if (typeOf(section).equals("registration")) {
                    RegisterLine registration = RegistrationOptions.read(section, problems);
                    if (registration != null) {
                        registrations.add(registration);
                    }
                } else {
                    readEntity(section, entities, users, peers);
                }
            }
        }
        return new IaxConfiguration(settings, users, peers, registrations, limits(iax), problems);
    }

    private void readEntity(
            ConfigSection section, EntityReader reader, Map<String, User> users, Map<String, Peer> peers) {
        OptionValues values = EntityOptions.SET.bind(section);
        String type = typeOf(section);
        boolean friend = type.equals("friend");
        if (!friend && !type.equals("user") && !type.equals("peer")) {
            problems.add(ConfigProblem.warning(
                    section.file(),
                    section.line(),
                    section.where() + ": "
                            + (type.isEmpty()
                                    ? "Section '" + section.name() + "' lacks type"
                                    : "Unknown type '" + type + "' for '" + section.name() + "'")
                            + "; write type=user, peer, friend or registration"));
            return;
        }
        problems.addAll(values.problems());
        if (friend || type.equals("user")) {
            users.put(section.name(), reader.user(section, values));
        }
        if (friend || type.equals("peer")) {
            peers.put(section.name(), reader.peer(section, values));
        }
    }

    private static String typeOf(ConfigSection section) {
        String type = section.last(EntityOptions.TYPE.name());
        return type == null ? "" : type.trim().toLowerCase(Locale.ROOT);
    }

    private List<RegisterLine> registrations(OptionValues general) {
        List<RegisterLine> lines = new ArrayList<>();
        for (OptionValues.Written<String> line : general.written(GeneralOptions.REGISTER)) {
            try {
                lines.addFirst(RegisterLine.parse(line.value(), line.entry().where()));
            } catch (IllegalArgumentException e) {
                problems.add(
                        ConfigProblem.error(line.entry().file(), line.entry().line(), String.valueOf(e.getMessage())));
            }
        }
        return lines;
    }

    private List<CallNumberLimit> limits(ConfigFile iax) {
        List<CallNumberLimit> limits = new ArrayList<>();
        ConfigSection section = iax.section(LIMITS);
        if (section == null) {
            return limits;
        }
        for (ConfigEntry entry : section.entries()) {
            AccessList range = rules.range(entry, entry.key());
            try {
                int limit = Integer.parseInt(entry.value().trim());
                if (range != null && limit >= 0) {
                    limits.add(new CallNumberLimit(range, entry.key(), limit));
                }
            } catch (NumberFormatException e) {
                problems.add(ConfigProblem.error(
                        entry,
                        "a call number limit must be a number, not '" + entry.value() + "'; the line is not used"));
            }
        }
        return limits;
    }
}
