package org.asterism.outreg.config;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.asterism.core.config.OptionTypes;
import org.asterism.core.config.OptionValues;
import org.jspecify.annotations.Nullable;

/**
 * A section {@code type=identify}.
 *
 * @param id              the name of the section
 * @param endpoint        the endpoint requests are given to
 * @param networks        addresses they come from
 * @param hosts           names of hosts they come from
 * @param matchHeader     {@code match_header} as written, empty for none
 * @param header          what it stands for
 * @param requestUri      {@code match_request_uri}, what their Request-URI is
 * @param srvLookups      whether SRV records of host names count
 */
public record IdentifySettings(
        String id,
        String endpoint,
        List<Network> networks,
        List<String> hosts,
        String matchHeader,
        @Nullable HeaderMatch header,
        @Nullable TextMatch requestUri,
        boolean srvLookups)
        implements PjsipObject {
    /** Copies the lists. */
    public IdentifySettings {
        networks = List.copyOf(networks);
        hosts = List.copyOf(hosts);
    }

    static @Nullable IdentifySettings read(SectionReader section, OptionValues values) {
        String id = section.id();
        String endpoint = values.get(IdentifyOptions.ENDPOINT);
        if (endpoint.isEmpty()) {
            section.refuse(values, IdentifyOptions.ENDPOINT, "Identify '" + id + "' missing required endpoint name");
            return null;
        }
        List<Network> networks = new ArrayList<>();
        List<String> hosts = new ArrayList<>();
        for (OptionValues.Written<String> line : values.written(IdentifyOptions.MATCH)) {
            for (String word : OptionTypes.LIST.parse(line.value())) {
                Network network = networkOf(word);
                if (network != null) {
                    networks.add(network);
                } else if (isHostName(word)) {
                    hosts.add(word);
                } else {
                    section.refuse(
                            line.entry(),
                            "Identify '" + id + "' failed when adding resolution results of '" + word
                                    + "': it is neither an address, nor a network, nor the name of a host; write"
                                    + " match=192.0.2.1");
                    return null;
                }
            }
        }
        String header = values.get(IdentifyOptions.MATCH_HEADER);
        String uri = values.get(IdentifyOptions.MATCH_REQUEST_URI);
        HeaderMatch headerMatch = null;
        TextMatch uriMatch = null;
        try {
            headerMatch = header.isEmpty() ? null : HeaderMatch.of(header);
        } catch (IllegalArgumentException e) {
            section.refuse(
                    values,
                    IdentifyOptions.MATCH_HEADER,
                    "Identify '" + id + "' has a match_header '" + header + "' that cannot be used: " + e.getMessage()
                            + "; write match_header=Header: value, or Header: /expression/");
            return null;
        }
        try {
            uriMatch = uri.isEmpty() ? null : TextMatch.of(uri);
        } catch (IllegalArgumentException e) {
            section.refuse(
                    values,
                    IdentifyOptions.MATCH_REQUEST_URI,
                    "Identify '" + id + "' has a match_request_uri '" + uri + "' that cannot be used: " + e.getMessage()
                            + "; write match_request_uri=the URI, or /expression/");
            return null;
        }
        IdentifySettings settings = new IdentifySettings(
                id, endpoint, networks, hosts, header, headerMatch, uriMatch, values.get(IdentifyOptions.SRV_LOOKUPS));
        if (networks.isEmpty() && hosts.isEmpty() && headerMatch == null && uriMatch == null) {
            section.refuse(
                    values,
                    IdentifyOptions.MATCH,
                    "Identify '" + id + "' is not configured to match anything; write match=");
            return null;
        }
        return settings;
    }

    private static @Nullable Network networkOf(String word) {
        try {
            return Network.parse(word);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static boolean isHostName(String word) {
        return word.length() <= 253 && word.matches("[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_.])?");
    }

    /**
     * Whether an address is one of the networks'; names of hosts are not looked up here.
     *
     * @param address where a request comes from
     * @return whether one of the networks covers it
     */
    public boolean covers(InetAddress address) {
        return networks.stream().anyMatch(network -> network.covers(address));
    }

    @Override
    public List<Parameter> parameters() {
        List<String> matches = new ArrayList<>();
        networks.forEach(network -> matches.add(network.withMask()));
        matches.addAll(hosts);
        return new ParameterList()
                .add(IdentifyOptions.ENDPOINT, endpoint)
                .addEach(IdentifyOptions.MATCH, matches)
                .add(IdentifyOptions.MATCH_HEADER, matchHeader)
                .add(IdentifyOptions.MATCH_REQUEST_URI, requestUri == null ? "" : requestUri.toString())
                .add(IdentifyOptions.SRV_LOOKUPS, srvLookups)
                .sorted();
    }
}
