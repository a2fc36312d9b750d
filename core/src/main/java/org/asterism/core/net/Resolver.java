package org.asterism.core.net;

import java.io.IOException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.asterism.core.net.dns.DnsAnswer;
import org.asterism.core.net.dns.DnsClient;
import org.asterism.core.net.dns.DnsSettings;
import org.asterism.core.net.dns.HostsFile;
import org.asterism.core.net.dns.RecordType;
import org.asterism.core.net.dns.ServiceRecord;
import org.asterism.core.time.MillisClock;
import org.jspecify.annotations.Nullable;

/**
 * Names to addresses, without anybody waiting who must not: look-ups run on virtual threads, answers come as callbacks and are kept
 * for their time to live. A host name is looked for in the hosts file, then in DNS, then wherever the JDK looks (mDNS, the name
 * services of other platforms); who only asks again when {@link Resolution#validUntilMs} has come follows a dynamic address as
 * fast as its owner's DNS allows. When no server can be reached the last known addresses go on being used. Any thread may use it.
 */
public final class Resolver {

    /** What is not told a time to live by DNS is looked up again after this. */
    static final long FIXED_TTL_MS = TimeUnit.SECONDS.toMillis(60);
    /** Names that were not found, and servers that were not reached, are tried again after this. */
    static final long RETRY_MS = TimeUnit.SECONDS.toMillis(30);
    /** Shorter times to live than this would have us ask for every call. */
    static final long MIN_TTL_MS = TimeUnit.SECONDS.toMillis(1);

    private static final int LONGEST_NAME = 253;

    /** The JDK's own look-up. */
    interface SystemNames {
        InetAddress[] lookUp(String name) throws UnknownHostException;
    }

    private final HostsFile hosts;
    private final Supplier<DnsSettings> settings;
    private final SystemNames system;
    private final MillisClock clock;
    private final LookupCache<Resolution> addresses;
    private final LookupCache<ServiceResolution> services;
    private final LookupCache<PointerResolution> pointers;

    /**
     * Creates a resolver that goes by this machine's configuration.
     *
     * @param clock for times to live
     */
    public Resolver(MillisClock clock) {
        this(
                new HostsFile(Path.of("/etc/hosts")),
                () -> DnsSettings.read(Path.of("/etc/resolv.conf")),
                InetAddress::getAllByName,
                clock);
    }

    Resolver(HostsFile hosts, Supplier<DnsSettings> settings, SystemNames system, MillisClock clock) {
        this.hosts = hosts;
        this.settings = settings;
        this.system = system;
        this.clock = clock;
        this.addresses = new LookupCache<>(
                clock,
                Resolution::validUntilMs,
                (name, problem) -> new Resolution(name, List.of(), clock.nowMs() + RETRY_MS, problem));
        this.services = new LookupCache<>(
                clock,
                ServiceResolution::validUntilMs,
                (name, problem) -> new ServiceResolution(name, List.of(), clock.nowMs() + RETRY_MS, problem));
        this.pointers = new LookupCache<>(
                clock,
                PointerResolution::validUntilMs,
                (name, problem) -> new PointerResolution(name, List.of(), clock.nowMs() + RETRY_MS, problem));
    }

    /**
     * Looks up a host.
     *
     * @param host     a name, or an address literal, which is answered without asking anybody
     * @param executor where the callback runs, such as an event loop
     * @param callback gets the outcome, once
     */
    public void resolve(String host, Executor executor, Consumer<Resolution> callback) {
        String name = host.strip();
        InetAddress literal = literal(name);
        if (literal != null) {
            Resolution answer = new Resolution(name, List.of(literal), Long.MAX_VALUE, "");
            executor.execute(() -> callback.accept(answer));
            return;
        }
        addresses.get(canonical(name), this::lookUpHost, executor, callback);
    }

    /**
     * Looks up who offers a service.
     *
     * @param service  such as {@code _iax._udp}
     * @param domain   such as {@code example.org}
     * @param executor where the callback runs, such as an event loop
     * @param callback gets the outcome, once
     */
    public void resolveService(String service, String domain, Executor executor, Consumer<ServiceResolution> callback) {
        String name = service + "." + canonical(domain.strip());
        services.get(name, this::lookUpService, executor, callback);
    }

    /**
     * Looks up where a domain says its services are (NAPTR).
     *
     * @param domain   such as {@code example.org}
     * @param executor where the callback runs, such as an event loop
     * @param callback gets the outcome, once
     */
    public void resolvePointers(String domain, Executor executor, Consumer<PointerResolution> callback) {
        pointers.get(canonical(domain.strip()), this::lookUpPointers, executor, callback);
    }

    private Resolution lookUpHost(String name) throws IOException {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new UnknownHostException("'" + name + "' is not a host name");
        }
        List<InetAddress> local = hosts.lookUp(name);
        if (!local.isEmpty()) {
            return new Resolution(name, local, clock.nowMs() + FIXED_TTL_MS, "");
        }
        DnsSettings dns = settings.get();
        @Nullable IOException unreachable = null;
        if (!dns.servers().isEmpty()) {
            try {
                Resolution found = askDns(name, dns);
                if (found.isFound()) {
                    return found;
                }
            } catch (IOException e) {
                unreachable = e;
            }
        }
        return askSystem(name, unreachable);
    }

    private Resolution askDns(String name, DnsSettings dns) throws IOException {
        DnsClient client = new DnsClient(dns);
        for (String candidate : candidates(name, dns)) {
            List<InetAddress> found = new ArrayList<>();
            long ttlMs = Long.MAX_VALUE;
            for (RecordType type : List.of(RecordType.A, RecordType.AAAA)) {
                DnsAnswer answer = askUnlessFound(client, candidate, type, found);
                if (answer.status() == DnsAnswer.Status.NO_SUCH_NAME) {
                    break;
                }
                if (!answer.addresses().isEmpty()) {
                    found.addAll(answer.addresses());
                    ttlMs = Math.min(ttlMs, TimeUnit.SECONDS.toMillis(answer.ttlSeconds()));
                }
            }
            if (!found.isEmpty()) {
                return new Resolution(name, found, clock.nowMs() + Math.max(ttlMs, MIN_TTL_MS), "");
            }
        }
        return new Resolution(name, List.of(), clock.nowMs(), "no such name");
    }

    private Resolution askSystem(String name, @Nullable IOException unreachable) throws IOException {
        try {
            return new Resolution(name, List.of(system.lookUp(name)), clock.nowMs() + FIXED_TTL_MS, "");
        } catch (UnknownHostException e) {
            throw unreachable != null ? unreachable : e;
        }
    }

    private ServiceResolution lookUpService(String name) throws IOException {
        DnsAnswer answer = new DnsClient(settings.get()).ask(name, RecordType.SRV);
        List<ServiceResolution.Target> targets = new ArrayList<>();
        for (ServiceRecord service : answer.services()) {
            if (!service.target().isEmpty()) {
                targets.add(new ServiceResolution.Target(
                        service.target(), service.port(), service.priority(), service.weight()));
            }
        }
        if (targets.isEmpty()) {
            throw new UnknownHostException("nobody offers " + name);
        }
        long ttlMs = Math.max(TimeUnit.SECONDS.toMillis(answer.ttlSeconds()), MIN_TTL_MS);
        return new ServiceResolution(name, targets, clock.nowMs() + ttlMs, "");
    }

    private PointerResolution lookUpPointers(String name) throws IOException {
        DnsAnswer answer = new DnsClient(settings.get()).ask(name, RecordType.NAPTR);
        if (answer.pointers().isEmpty()) {
            throw new UnknownHostException(name + " has no NAPTR records");
        }
        long ttlMs = Math.max(TimeUnit.SECONDS.toMillis(answer.ttlSeconds()), MIN_TTL_MS);
        return new PointerResolution(name, answer.pointers(), clock.nowMs() + ttlMs, "");
    }

    /** A server that says nothing about IPv6 must not make us forget the IPv4 addresses it told. */
    private static DnsAnswer askUnlessFound(DnsClient client, String name, RecordType type, List<InetAddress> found)
            throws IOException {
        try {
            return client.ask(name, type);
        } catch (IOException e) {
            if (found.isEmpty()) {
                throw e;
            }
            return new DnsAnswer(DnsAnswer.Status.ANSWERED, List.of(), List.of(), List.of(), 0);
        }
    }

    /** The names to ask for, in order (resolv.conf(5), search and ndots). */
    private static List<String> candidates(String name, DnsSettings dns) {
        if (name.endsWith(".")) {
            return List.of(name);
        }
        List<String> result = new ArrayList<>();
        for (String domain : dns.searchDomains()) {
            result.add(name + "." + domain);
        }
        boolean asItIsFirst = name.chars().filter(c -> c == '.').count() >= dns.dots();
        result.add(asItIsFirst ? 0 : result.size(), name);
        return result;
    }

    private static @Nullable InetAddress literal(String name) {
        boolean bracketed = name.startsWith("[") && name.endsWith("]");
        try {
            return InetAddress.ofLiteral(bracketed ? name.substring(1, name.length() - 1) : name);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** Lower case and in ASCII; what cannot be written so is left as it is, and will not be found. */
    private static String canonical(String name) {
        try {
            return IDN.toASCII(name).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            return name.toLowerCase(Locale.ROOT);
        }
    }
}
