package org.asterism.outreg.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.asterism.core.config.ConfigCatalogue;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.config.OptionSet;
import org.asterism.core.config.OptionTypes;
import org.asterism.core.config.OptionValues;
import org.asterism.core.config.Spelling;
import org.asterism.outreg.sip.digest.Algorithm;
import org.jspecify.annotations.Nullable;

/**
 * Reads pjsip.conf. As in Asterisk a section that cannot be used is left out and the others count; two sections of one type with
 * one name leave no object of that type.
 */
public final class PjsipConfigurationReader {
    /** The file. */
    public static final String FILE = "pjsip.conf";

    private static final Set<String> SIP_STACK = Set.of("transport", "system", "global");
    private static final Set<String> NOT_THERE_YET = Set.of(
            "acl",
            "asterisk-publication",
            "contact",
            "domain_alias",
            "inbound-publication",
            "outbound-publish",
            "phoneprov",
            "resource_list",
            "subscription_persistence");
    private static final Map<String, OptionSet> OURS = Map.of(
            RegistrationOptions.TYPE_NAME, RegistrationOptions.SET,
            AuthOptions.TYPE_NAME, AuthOptions.SET,
            AorOptions.TYPE_NAME, AorOptions.SET,
            EndpointOptions.TYPE_NAME, EndpointOptions.SET,
            IdentifyOptions.TYPE_NAME, IdentifyOptions.SET);

    private final List<ConfigProblem> problems = new ArrayList<>();
    private final Map<String, Map<String, PjsipObject>> objects = new TreeMap<>();
    private final Map<String, Set<String>> withoutEffect = new TreeMap<>();
    private final Map<String, ConfigSection> places = new HashMap<>();
    private final Set<String> duplicated = new HashSet<>();
    private final Set<String> transports = new HashSet<>();

    private PjsipConfigurationReader() {}

    /**
     * Reads the objects of a file.
     *
     * @param file pjsip.conf
     * @return the objects; their problems tell what could not be used
     */
    public static PjsipConfiguration read(ConfigFile file) {
        return new PjsipConfigurationReader().readAll(file);
    }

    /**
     * Lists the options in the console's help.
     *
     * @param catalogue where they are listed
     * @return takes them off again
     */
    public static ConfigCatalogue.Registration document(ConfigCatalogue catalogue) {
        return catalogue.register(
                RegistrationOptions.SET, AuthOptions.SET, AorOptions.SET, EndpointOptions.SET, IdentifyOptions.SET);
    }

    private PjsipConfiguration readAll(ConfigFile file) {
        OURS.keySet().forEach(type -> objects.put(type, new TreeMap<>()));
        AuthReader auths = authReader(file);
        for (ConfigSection section : file.sections()) {
            String type = typeOf(section);
            OptionSet set = OURS.get(type);
            if (set != null) {
                read(section, type, set, auths);
            } else {
                passOver(section, type);
            }
        }
        duplicated.forEach(type -> objects.put(type, new TreeMap<>()));
        withoutEffect.values().removeIf(Set::isEmpty);
        withoutEffect.forEach((type, names) -> problems.add(ConfigProblem.warning(
                file.file().toString(),
                0,
                FILE + ": these options of type=" + type + " are set and have no effect yet: "
                        + String.join(", ", names))));
        PjsipConfiguration checked = configuration();
        new References(checked, transports, places, problems).check();
        return configuration();
    }

    private PjsipConfiguration configuration() {
        return new PjsipConfiguration(
                of(RegistrationOptions.TYPE_NAME, RegistrationSettings.class),
                of(AuthOptions.TYPE_NAME, AuthSettings.class),
                of(AorOptions.TYPE_NAME, AorSettings.class),
                of(EndpointOptions.TYPE_NAME, EndpointSettings.class),
                of(IdentifyOptions.TYPE_NAME, IdentifySettings.class),
                problems);
    }

    private <T extends PjsipObject> SortedMap<String, T> of(String type, Class<T> kind) {
        SortedMap<String, T> found = new TreeMap<>();
        objects.getOrDefault(type, Map.of()).forEach((id, object) -> found.put(id, kind.cast(object)));
        return found;
    }

    private static String typeOf(ConfigSection section) {
        String type = section.last("type");
        return type == null ? "" : type.trim().toLowerCase(Locale.ROOT);
    }

    private AuthReader authReader(ConfigFile file) {
        List<Algorithm> uac = List.of(Algorithm.MD5);
        List<Algorithm> uas = uac;
        for (ConfigSection section : file.sections()) {
            if (typeOf(section).equals("global")) {
                uac = algorithms(section.last("default_auth_algorithms_uac"), uac);
                uas = algorithms(section.last("default_auth_algorithms_uas"), uas);
            }
        }
        return new AuthReader(uac, uas);
    }

    /** Unknown names are left to whoever reads the global section to complain of. */
    private static List<Algorithm> algorithms(@Nullable String text, List<Algorithm> otherwise) {
        List<Algorithm> found = new ArrayList<>();
        for (String word : OptionTypes.LIST.parse(text == null ? "" : text)) {
            Algorithm algorithm = Algorithm.of(word);
            if (algorithm != null) {
                found.add(algorithm);
            }
        }
        return found.isEmpty() ? otherwise : found;
    }

    private void passOver(ConfigSection section, String type) {
        String name = "[" + section.name() + "]";
        if (type.equals("transport")) {
            transports.add(section.name());
        } else if (type.isEmpty()) {
            warn(section, "section " + name + " has no type and is not used; write type=registration, auth, ...");
        } else if (NOT_THERE_YET.contains(type)) {
            warn(section, "section " + name + " is not used: type=" + type + " has no effect yet");
        } else if (!SIP_STACK.contains(type)) {
            Set<String> known = new TreeSet<>(OURS.keySet());
            known.addAll(SIP_STACK);
            warn(
                    section,
                    "section " + name + " is not used: unknown type '" + type + "'" + Spelling.suggestion(type, known));
        }
    }

    private void warn(ConfigSection section, String message) {
        problems.add(ConfigProblem.warning(section.file(), section.line(), section.where() + ": " + message));
    }

    private void read(ConfigSection section, String type, OptionSet set, AuthReader auths) {
        ConfigSection earlier = places.putIfAbsent(type + " " + section.name(), section);
        if (earlier != null) {
            duplicated.add(type);
            problems.add(ConfigProblem.error(
                    section.file(),
                    section.line(),
                    "Config file '" + FILE + "' could not be loaded; configuration contains a duplicate object: '"
                            + section.name() + "' of type '" + type + "', at line " + section.line() + " of "
                            + section.file() + " and line " + earlier.line() + " of " + earlier.file()
                            + "; no object of this type is loaded, rename one of them"));
            return;
        }
        SectionReader reader =
                new SectionReader(section, set, problems, withoutEffect.computeIfAbsent(type, _ -> new TreeSet<>()));
        OptionValues values = reader.bind();
        PjsipObject object = values == null ? null : create(reader, type, values, auths);
        if (object == null) {
            reader.conclude();
        } else {
            objects.computeIfAbsent(type, _ -> new TreeMap<>()).put(section.name(), object);
        }
    }

    private static @Nullable PjsipObject create(
            SectionReader reader, String type, OptionValues values, AuthReader auths) {
        return switch (type) {
            case RegistrationOptions.TYPE_NAME -> RegistrationReader.read(reader, values);
            case AuthOptions.TYPE_NAME -> auths.read(reader, values);
            case AorOptions.TYPE_NAME -> AorSettings.read(reader, values);
            case EndpointOptions.TYPE_NAME -> EndpointSettings.of(reader, values);
            case IdentifyOptions.TYPE_NAME -> IdentifySettings.read(reader, values);
            default -> throw new IllegalArgumentException(type);
        };
    }
}
