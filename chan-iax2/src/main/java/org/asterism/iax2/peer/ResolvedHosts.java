package org.asterism.iax2.peer;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.net.Resolution;
import org.asterism.core.net.Resolver;
import org.asterism.core.net.ServiceResolution;
import org.jspecify.annotations.Nullable;

/**
 * Looks hosts up with the switch's resolver: addresses that a socket can reach, ports from SRV records if wanted. May be asked from
 * any thread.
 */
public final class ResolvedHosts implements HostLookup {
    private static final int DEFAULT_PORT = 4569;
    private static final String SERVICE = "_iax._udp";

    private final Resolver resolver;
    private final Executor shard;
    private final Predicate<PeerAddress> reachable;
    private final BooleanSupplier srvLookup;
    private final RandomGenerator random;

    /**
     * Creates a look-up.
     *
     * @param resolver  asks the name servers
     * @param shard     where answers are given
     * @param reachable whether there is a socket for an address
     * @param srvLookup whether {@code srvlookup=yes} at present
     * @param random    chooses among SRV records of one weight
     */
    public ResolvedHosts(
            Resolver resolver,
            Executor shard,
            Predicate<PeerAddress> reachable,
            BooleanSupplier srvLookup,
            RandomGenerator random) {
        this.resolver = resolver;
        this.shard = shard;
        this.reachable = reachable;
        this.srvLookup = srvLookup;
        this.random = random;
    }

    @Override
    public void find(String host, int port, Consumer<@Nullable PeerAddress> answer) {
        if (port == 0 && srvLookup.getAsBoolean()) {
            resolver.resolveService(SERVICE, host, shard, found -> onService(host, found, answer));
        } else {
            findHost(host, port == 0 ? DEFAULT_PORT : port, answer);
        }
    }

    private void onService(String host, ServiceResolution found, Consumer<@Nullable PeerAddress> answer) {
        List<ServiceResolution.Target> targets = found.inOrderToTry(random);
        if (targets.isEmpty()) {
            findHost(host, DEFAULT_PORT, answer);
        } else {
            findHost(targets.getFirst().host(), targets.getFirst().port(), answer);
        }
    }

    private void findHost(String host, int port, Consumer<@Nullable PeerAddress> answer) {
        resolver.resolve(host, shard, found -> answer.accept(address(found, port)));
    }

    private @Nullable PeerAddress address(Resolution found, int port) {
        for (InetAddress address : found.addresses()) {
            PeerAddress candidate = PeerAddress.of(address, port);
            if (reachable.test(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
