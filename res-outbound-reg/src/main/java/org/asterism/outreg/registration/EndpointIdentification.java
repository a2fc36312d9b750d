package org.asterism.outreg.registration;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asterism.outreg.config.EndpointSettings;
import org.asterism.outreg.config.HeaderMatch;
import org.asterism.outreg.config.IdentifySettings;
import org.asterism.outreg.config.PjsipConfiguration;
import org.asterism.outreg.config.TextMatch;
import org.asterism.outreg.sip.RequestHandler.IncomingRequest;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipSyntaxException;
import org.asterism.outreg.sip.message.SipUri;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose a request is, in the order in which Asterisk asks its identifiers: the mark of {@code line=yes}, the address it comes from, one
 * of its headers, its Request-URI. Belongs to the stack's loop.
 */
final class EndpointIdentification {
    private static final Logger LOG = LoggerFactory.getLogger(EndpointIdentification.class);

    private final Registrations registrations;
    private final HostAddresses hosts;

    /**
     * @param registrations know the marks and the configuration
     * @param hosts         know the addresses of names
     */
    EndpointIdentification(Registrations registrations, HostAddresses hosts) {
        this.registrations = registrations;
        this.hosts = hosts;
    }

    /** {@return the hosts that a configuration names, to be followed} */
    static Set<HostAddresses.Host> hostsOf(PjsipConfiguration configuration) {
        return configuration.identifies().values().stream()
                .flatMap(EndpointIdentification::hostsOf)
                .collect(Collectors.toSet());
    }

    private static Stream<HostAddresses.Host> hostsOf(IdentifySettings identify) {
        return identify.hosts().stream().map(name -> new HostAddresses.Host(name, identify.srvLookups()));
    }

    /** {@return the endpoint, null when nothing tells whose the request is} */
    @Nullable
    EndpointSettings of(IncomingRequest incoming) {
        SipRequest request = incoming.request();
        String byLine = marked(target(request));
        if (byLine == null) {
            byLine = marked(to(request));
        }
        EndpointSettings endpoint = byLine == null
                ? null
                : registrations.configuration().endpoints().get(byLine);
        InetAddress source = incoming.hop().remote().getAddress();
        if (endpoint == null && source != null) {
            endpoint = firstOf(identify -> comesFrom(identify, source));
        }
        if (endpoint == null) {
            endpoint = firstOf(identify -> says(identify.header(), request));
        }
        if (endpoint == null) {
            endpoint = firstOf(identify -> {
                TextMatch wanted = identify.requestUri();
                return wanted != null && wanted.matches(request.uri());
            });
        }
        return endpoint;
    }

    private @Nullable EndpointSettings firstOf(Predicate<IdentifySettings> matches) {
        PjsipConfiguration objects = registrations.configuration();
        for (IdentifySettings identify : objects.identifies().values()) {
            if (matches.test(identify)) {
                EndpointSettings endpoint = objects.endpoints().get(identify.endpoint());
                if (endpoint != null) {
                    return endpoint;
                }
                LOG.warn(
                        "Identify '{}' points to endpoint '{}' but endpoint could not be found",
                        identify.id(),
                        identify.endpoint());
            }
        }
        return null;
    }

    private boolean comesFrom(IdentifySettings identify, InetAddress source) {
        return identify.covers(source) || hostsOf(identify).anyMatch(host -> hosts.covers(host, source));
    }

    private static boolean says(@Nullable HeaderMatch wanted, SipRequest request) {
        if (wanted == null) {
            return false;
        }
        List<String> lines = request.lines(wanted.name());
        return lines.stream().anyMatch(line -> wanted.value().matches(line.strip()));
    }

    private @Nullable String marked(@Nullable SipUri uri) {
        String line = uri == null ? null : uri.parameter(RegisterRequest.LINE);
        return line == null ? null : registrations.endpointOf(line);
    }

    private static @Nullable SipUri target(SipRequest request) {
        try {
            return request.sipUri();
        } catch (SipSyntaxException _) {
            return null;
        }
    }

    private static @Nullable SipUri to(SipRequest request) {
        try {
            return request.to().sipUri();
        } catch (SipSyntaxException _) {
            return null;
        }
    }
}
