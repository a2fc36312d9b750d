package org.asterism.iax2.channel;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.net.Resolution;
import org.asterism.core.net.Resolver;
import org.asterism.core.net.ServiceResolution;
import org.asterism.iax2.peer.HostLookup;
import org.jspecify.annotations.Nullable;

/** Addresses of peers and registrars from DNS, SRV records where {@code srvlookup} says so. Safe for any thread. */
final class ResolvedHosts implements HostLookup {
    private static final int DEFAULT_PORT = 4569;
    private static final String SERVICE = "_iax._udp";

    private final Resolver resolver;
    private final Executor executor;
    private final BooleanSupplier services;
    private final boolean ipv4Only;

    /**
     * @param resolver finds names
     * @param executor where answers are given
     * @param services whether SRV records are looked for
     * @param ipv4Only whether the socket reaches IPv4 addresses only
     */
    ResolvedHosts(Resolver resolver, Executor executor, BooleanSupplier services, boolean ipv4Only) {
        this.resolver = resolver;
        this.executor = executor;
        this.services = services;
        this.ipv4Only = ipv4Only;
    }

    /** The same with answers given elsewhere. */
    ResolvedHosts on(Executor other) {
        return new ResolvedHosts(resolver, other, services, ipv4Only);
    }

    @Override
    public void find(String host, int port, Consumer<@Nullable PeerAddress> answer) {
        if (port != 0 || !services.getAsBoolean()) {
            findHost(host, port == 0 ? DEFAULT_PORT : port, answer);
            return;
        }
        resolver.resolveService(SERVICE, host, executor, found -> {
            if (found.isFound()) {
                ServiceResolution.Target target = found.targets().getFirst();
                findHost(target.host(), target.port(), answer);
            } else {
                findHost(host, DEFAULT_PORT, answer);
            }
        });
    }

    private void findHost(String host, int port, Consumer<@Nullable PeerAddress> answer) {
        resolver.resolve(host, executor, found -> answer.accept(choose(found, port)));
    }

    private @Nullable PeerAddress choose(Resolution found, int port) {
        for (InetAddress address : found.addresses()) {
            if (!ipv4Only || address instanceof Inet4Address) {
                return PeerAddress.of(address, port);
            }
        }
        return null;
    }
}
