package org.asterism.outreg.sip.location;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.asterism.core.net.PointerResolution;
import org.asterism.core.net.Resolution;
import org.asterism.core.net.ServiceResolution;
import org.asterism.core.net.dns.NamingPointer;
import org.asterism.outreg.sip.location.Locator.Located;
import org.asterism.outreg.sip.location.Locator.Ways;
import org.asterism.outreg.sip.message.HostPort;
import org.asterism.outreg.sip.message.Protocol;
import org.asterism.outreg.sip.message.SipUri;
import org.asterism.outreg.sip.transport.Target;
import org.jspecify.annotations.Nullable;

/**
 * One search for the addresses of a URI (RFC 3263 section 4): an address is taken as it is; a name with a port is looked up as a
 * host; any other by NAPTR, SRV and at last as a host. Each step asks one question and goes on with the answer.
 */
final class Search {
    /** More addresses than these are not tried, nor looked up. */
    private static final int MAX_TARGETS = 32;

    private final NameService names;
    private final RandomGenerator random;
    private final SipUri uri;
    private final @Nullable Protocol wanted;
    private final Ways ways;
    private final Consumer<Located> callback;
    private final String host;
    private final Set<Target> targets = new LinkedHashSet<>();
    private String problem = "";

    /** A host whose addresses are to be looked up. */
    private record Candidate(Protocol protocol, String host, int port) {}

    /** SRV records to be looked up. */
    private record Service(Protocol protocol, String name) {}

    Search(
            NameService names,
            RandomGenerator random,
            SipUri uri,
            @Nullable Protocol preset,
            Ways ways,
            Consumer<Located> callback) {
        this.names = names;
        this.random = random;
        this.uri = uri;
        this.ways = ways;
        this.callback = callback;
        String maddr = uri.parameter("maddr");
        this.host = maddr == null || maddr.isEmpty() ? uri.hostPort().bareHost() : maddr;
        String named = uri.parameter("transport");
        Protocol said = named == null ? null : Protocol.of(named);
        if (named != null && said == null) {
            problem = "transport=" + named + " is not spoken here";
        }
        // sips: is TLS whatever transport= says, which then names what lies below TLS (RFC 3261 section 26.2.2).
        this.wanted = uri.secure() ? Protocol.TLS : said != null ? said : preset;
    }

    void start() {
        if (!problem.isEmpty()) {
            finish();
            return;
        }
        InetAddress literal = literal(host);
        Protocol protocol = wanted;
        if (literal != null) {
            Protocol spoken = protocol == null ? Protocol.UDP : protocol;
            add(spoken, literal, uri.hostPort().portOr(spoken.defaultPort()));
            finish();
        } else if (uri.port() != HostPort.NO_PORT) {
            resolve(List.of(new Candidate(protocol == null ? Protocol.UDP : protocol, host, uri.port())));
        } else if (protocol != null) {
            askServices(new ArrayDeque<>(List.of(new Service(protocol, prefix(protocol) + host))), new ArrayList<>());
        } else {
            names.pointers(host, this::onPointers);
        }
    }

    private static @Nullable InetAddress literal(String host) {
        try {
            return InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static String prefix(Protocol protocol) {
        return switch (protocol) {
            case UDP -> "_sip._udp.";
            case TCP -> "_sip._tcp.";
            case TLS -> "_sips._tcp.";
        };
    }

    private void onPointers(PointerResolution found) {
        Deque<Service> services = new ArrayDeque<>();
        for (NamingPointer pointer : found.pointers()) {
            Protocol protocol = switch (pointer.service()) {
                case "SIP+D2U" -> Protocol.UDP;
                case "SIP+D2T" -> Protocol.TCP;
                case "SIPS+D2T" -> Protocol.TLS;
                default -> null;
            };
            if (protocol != null && pointer.flags().equals("s") && ways.reaches(protocol, null)) {
                services.add(new Service(protocol, pointer.replacement()));
            }
        }
        if (services.isEmpty()) {
            for (Protocol protocol : Protocol.values()) {
                if (ways.reaches(protocol, null)) {
                    services.add(new Service(protocol, prefix(protocol) + host));
                }
            }
        }
        askServices(services, new ArrayList<>());
    }

    private void askServices(Deque<Service> left, List<Candidate> found) {
        Service next = left.poll();
        if (next != null) {
            names.services(next.name, answer -> {
                addCandidates(next.protocol, answer, found);
                askServices(left, found);
            });
        } else if (found.isEmpty()) {
            Protocol protocol = wanted == null ? Protocol.UDP : wanted;
            resolve(List.of(new Candidate(protocol, host, protocol.defaultPort())));
        } else {
            resolve(found);
        }
    }

    private void addCandidates(Protocol protocol, ServiceResolution answer, List<Candidate> found) {
        for (ServiceResolution.Target each : answer.inOrderToTry(random)) {
            if (found.size() < MAX_TARGETS) {
                found.add(new Candidate(protocol, each.host(), each.port()));
            }
        }
    }

    private void resolve(List<Candidate> candidates) {
        resolve(new ArrayDeque<>(candidates));
    }

    private void resolve(Deque<Candidate> left) {
        Candidate next = left.poll();
        if (next == null || targets.size() >= MAX_TARGETS) {
            finish();
            return;
        }
        names.addresses(next.host, answer -> {
            addAll(next, answer);
            resolve(left);
        });
    }

    private void addAll(Candidate candidate, Resolution answer) {
        if (!answer.isFound()) {
            problem = "'" + candidate.host + "' has no address: " + answer.problem();
        }
        for (InetAddress address : answer.addresses()) {
            add(candidate.protocol, address, candidate.port);
        }
    }

    private void add(Protocol protocol, InetAddress address, int port) {
        if (!ways.reaches(protocol, address)) {
            problem = "no transport of pjsip.conf speaks " + protocol + " to " + address.getHostAddress();
        } else if (targets.size() < MAX_TARGETS) {
            targets.add(new Target(
                    protocol,
                    new InetSocketAddress(address, port),
                    uri.hostPort().bareHost()));
        }
    }

    private void finish() {
        if (targets.isEmpty() && problem.isEmpty()) {
            problem = "'" + host + "' leads nowhere";
        }
        callback.accept(new Located(List.copyOf(targets), targets.isEmpty() ? problem : ""));
    }
}
