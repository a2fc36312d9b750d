package org.asterism.core.manager.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.asterism.core.config.ConfigCatalogue;
import org.asterism.core.config.ConfigEntry;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionValues;
import org.asterism.core.event.EventClass;
import org.asterism.core.security.AccessListReader;
import org.jspecify.annotations.Nullable;

/** Reads manager.conf (and the named rules of acl.conf) into a {@link ManagerConfiguration}. */
public final class ManagerConfigurationReader {
    private static final String GENERAL = "general";
    private static final String FILTER = "eventfilter(";

    private final @Nullable ConfigFile acl;
    private final Path keyDirectory;
    private final List<ConfigProblem> problems = new ArrayList<>();

    /**
     * @param acl          acl.conf, or {@code null} when there is none
     * @param keyDirectory what the names of certificates are relative to
     */
    public ManagerConfigurationReader(@Nullable ConfigFile acl, Path keyDirectory) {
        this.acl = acl;
        this.keyDirectory = keyDirectory;
    }

    /**
     * Lists the options in the console's help.
     *
     * @param catalogue where they are listed
     * @return takes them off again
     */
    public static ConfigCatalogue.Registration document(ConfigCatalogue catalogue) {
        return catalogue.register(GeneralOptions.SET, UserOptions.SET);
    }

    /** {@return what the file's author should know; with an error among it the file must not be used} */
    public List<ConfigProblem> problems() {
        return problems;
    }

    /**
     * Reads the configuration; its mistakes are in {@link #problems} then.
     *
     * @param file manager.conf
     * @return the configuration
     */
    public ManagerConfiguration read(ConfigFile file) {
        problems.addAll(file.problems());
        OptionValues general = GeneralOptions.SET.bind(file);
        problems.addAll(general.problems());
        InetSocketAddress address = address(
                general,
                GeneralOptions.BIND_ADDRESS,
                general.get(GeneralOptions.BIND_ADDRESS),
                general.get(GeneralOptions.PORT));
        List<ManagerUser> users = new ArrayList<>();
        for (ConfigSection section : file.sections()) {
            if (!section.name().equalsIgnoreCase(GENERAL)) {
                users.add(user(section, general));
            }
        }
        return new ManagerConfiguration(
                general.get(GeneralOptions.ENABLED),
                address,
                general.get(GeneralOptions.TLS_ENABLE) ? tls(general) : null,
                general.get(GeneralOptions.ALLOW_MULTIPLE_LOGIN),
                general.get(GeneralOptions.DISPLAY_CONNECTS),
                general.get(GeneralOptions.TIMESTAMP_EVENTS),
                general.get(GeneralOptions.AUTH_TIMEOUT),
                general.get(GeneralOptions.AUTH_LIMIT),
                general.get(GeneralOptions.DISABLED_EVENTS).stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                users);
    }

    private ManagerConfiguration.Tls tls(OptionValues general) {
        String text = general.get(GeneralOptions.TLS_BIND_ADDRESS);
        String where = text.isBlank() ? general.get(GeneralOptions.BIND_ADDRESS) : text;
        Path certificate = keyDirectory.resolve(general.get(GeneralOptions.TLS_CERTIFICATE));
        String key = general.get(GeneralOptions.TLS_PRIVATE_KEY);
        return new ManagerConfiguration.Tls(
                address(general, GeneralOptions.TLS_BIND_ADDRESS, where, GeneralOptions.DEFAULT_TLS_PORT),
                certificate,
                key.isBlank() ? certificate : keyDirectory.resolve(key));
    }

    /** {@code ADDRESS}, {@code ADDRESS:PORT}, {@code [IPV6]} or {@code [IPV6]:PORT}. */
    private InetSocketAddress address(OptionValues general, Option<String> option, String text, int port) {
        String host = text.strip();
        int number = port;
        int colon = host.lastIndexOf(':');
        boolean portFollows =
                colon >= 0 && (host.startsWith("[") ? host.indexOf(']') < colon : host.indexOf(':') == colon);
        try {
            if (portFollows) {
                number = Integer.parseInt(host.substring(colon + 1));
                host = host.substring(0, colon);
            }
            if (host.startsWith("[") && host.endsWith("]")) {
                host = host.substring(1, host.length() - 1);
            }
            return new InetSocketAddress(InetAddress.getByName(host), number);
        } catch (UnknownHostException | IllegalArgumentException e) {
            ConfigEntry entry = general.entry(option);
            String message = option.name() + " cannot be '" + text + "': it must be an address of this machine";
            problems.add(
                    entry == null
                            ? ConfigProblem.error("manager.conf", 0, message)
                            : ConfigProblem.error(entry, message));
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        }
    }

    private ManagerUser user(ConfigSection section, OptionValues general) {
        OptionValues values = UserOptions.SET.bind(section);
        values.problems().stream()
                .filter(problem -> !aboutFilter(section, problem))
                .forEach(problems::add);
        if (!values.isSet(UserOptions.SECRET)) {
            problems.add(ConfigProblem.warning(
                    section.file(),
                    section.line(),
                    section.where() + ": user '" + section.name()
                            + "' has no secret, so nobody can log in by that name"));
        }
        return new ManagerUser(
                section.name(),
                values.get(UserOptions.SECRET),
                classes(values, UserOptions.READ),
                classes(values, UserOptions.WRITE),
                new AccessListReader(acl, problems::add).read(section),
                orGeneral(values, UserOptions.ALLOW_MULTIPLE_LOGIN, general, GeneralOptions.ALLOW_MULTIPLE_LOGIN),
                orGeneral(values, UserOptions.DISPLAY_CONNECTS, general, GeneralOptions.DISPLAY_CONNECTS),
                filters(section));
    }

    private static boolean orGeneral(
            OptionValues user, Option<Boolean> own, OptionValues general, Option<Boolean> common) {
        return user.isSet(own) ? user.get(own) : general.get(common);
    }

    private Set<EventClass> classes(OptionValues values, Option<String> option) {
        Set<EventClass> all = EnumSet.noneOf(EventClass.class);
        for (OptionValues.Written<String> line : values.written(option)) {
            ClassList list = ClassList.parse(line.value());
            all.clear();
            all.addAll(list.classes());
            for (String word : list.unknown()) {
                problems.add(ConfigProblem.warning(
                        line.entry(), "'" + word + "' is no class of permissions; it grants nothing"));
            }
        }
        return all;
    }

    /** The new form of a filter has its criteria in the option's name, so that it looks like an unknown option. */
    private static boolean aboutFilter(ConfigSection section, ConfigProblem problem) {
        return section.entries().stream()
                .anyMatch(entry -> isFilter(entry)
                        && entry.line() == problem.line()
                        && entry.file().equals(problem.file()));
    }

    private static boolean isFilter(ConfigEntry entry) {
        return entry.key().regionMatches(true, 0, FILTER, 0, FILTER.length())
                && entry.key().endsWith(")");
    }

    private List<EventFilter> filters(ConfigSection section) {
        List<EventFilter> filters = new ArrayList<>();
        for (ConfigEntry entry : section.entries()) {
            boolean newForm = isFilter(entry);
            if (newForm || entry.is(UserOptions.EVENT_FILTER.name())) {
                String criteria = newForm
                        ? entry.key().substring(FILTER.length(), entry.key().length() - 1)
                        : "";
                try {
                    filters.add(EventFilter.parse(criteria, entry.value()));
                } catch (IllegalArgumentException e) {
                    problems.add(ConfigProblem.error(
                            entry, "eventfilter of user '" + section.name() + "': " + e.getMessage()));
                }
            }
        }
        return filters;
    }
}
