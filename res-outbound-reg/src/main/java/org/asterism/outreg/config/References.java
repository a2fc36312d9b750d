package org.asterism.outreg.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.asterism.core.config.ConfigEntry;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.config.Option;
import org.asterism.core.config.Spelling;

/** Looks at load for names of objects that are not there; Asterisk tells of most of them when somebody calls. */
final class References {
    private final PjsipConfiguration objects;
    private final Set<String> transports;
    private final Map<String, ConfigSection> places;
    private final List<ConfigProblem> problems;

    /**
     * @param objects    what there is
     * @param transports names of transport sections
     * @param places     the sections, by type and id with a blank between
     * @param problems   takes what is not there
     */
    References(
            PjsipConfiguration objects,
            Set<String> transports,
            Map<String, ConfigSection> places,
            List<ConfigProblem> problems) {
        this.objects = objects;
        this.transports = transports;
        this.places = places;
        this.problems = problems;
    }

    void check() {
        for (RegistrationSettings each : objects.registrations().values()) {
            ConfigSection section = section(RegistrationOptions.TYPE_NAME, each.id());
            for (String auth : each.outboundAuth()) {
                if (!objects.auths().containsKey(auth)) {
                    missing(
                            section,
                            RegistrationOptions.OUTBOUND_AUTH,
                            "Couldn't find auth '" + auth + "'. Cannot authenticate",
                            auth,
                            objects.auths().keySet());
                }
            }
            transport(section, RegistrationOptions.TRANSPORT, each.transport());
            String endpoint = each.contact().endpoint();
            if (!endpoint.isEmpty() && !objects.endpoints().containsKey(endpoint)) {
                missing(
                        section,
                        RegistrationOptions.ENDPOINT,
                        "Outbound registration '" + each.id() + "' points to endpoint '" + endpoint
                                + "' but endpoint could not be found",
                        endpoint,
                        objects.endpoints().keySet());
            }
        }
        for (IdentifySettings each : objects.identifies().values()) {
            if (!objects.endpoints().containsKey(each.endpoint())) {
                missing(
                        section(IdentifyOptions.TYPE_NAME, each.id()),
                        IdentifyOptions.ENDPOINT,
                        "Identify '" + each.id() + "' points to endpoint '" + each.endpoint()
                                + "' but endpoint could not be found",
                        each.endpoint(),
                        objects.endpoints().keySet());
            }
        }
        objects.endpoints().values().forEach(this::checkEndpoint);
    }

    private void checkEndpoint(EndpointSettings endpoint) {
        ConfigSection section = section(EndpointOptions.TYPE_NAME, endpoint.id());
        for (String aor : endpoint.aors()) {
            if (!objects.aors().containsKey(aor)) {
                missing(
                        section,
                        EndpointOptions.AORS,
                        "Endpoint '" + endpoint.id() + "' points to aor '" + aor + "' but aor could not be found",
                        aor,
                        objects.aors().keySet());
            }
        }
        for (String auth : endpoint.outboundAuth()) {
            if (!objects.auths().containsKey(auth)) {
                missing(
                        section,
                        EndpointOptions.OUTBOUND_AUTH,
                        "Couldn't find auth '" + auth + "'. Cannot authenticate",
                        auth,
                        objects.auths().keySet());
            }
        }
        transport(section, EndpointOptions.TRANSPORT, endpoint.transport());
    }

    private void transport(ConfigSection section, Option<?> option, String transport) {
        if (!transport.isEmpty() && !transports.contains(transport)) {
            missing(section, option, "Unable to retrieve PJSIP transport '" + transport + "'", transport, transports);
        }
    }

    private ConfigSection section(String type, String id) {
        ConfigSection section = places.get(type + " " + id);
        if (section == null) {
            throw new IllegalStateException("an object without a section: " + type + " " + id);
        }
        return section;
    }

    private void missing(ConfigSection section, Option<?> option, String message, String name, Iterable<String> known) {
        ConfigEntry entry = section.lastEntry(option.name());
        String file = entry == null ? section.file() : entry.file();
        int line = entry == null ? section.line() : entry.line();
        problems.add(ConfigProblem.warning(
                file,
                line,
                message + ", " + option.name() + " of section [" + section.name() + "] at line " + line + " of " + file
                        + suggestion(name, known)));
    }

    /** People also write half a name: {@code my_provider} for {@code my_provider_endpoint}. */
    private static String suggestion(String name, Iterable<String> known) {
        List<String> longer = StreamSupport.stream(known.spliterator(), false)
                .filter(each -> each.startsWith(name))
                .toList();
        return longer.size() == 1 ? ", did you mean '" + longer.getFirst() + "'?" : Spelling.suggestion(name, known);
    }
}
