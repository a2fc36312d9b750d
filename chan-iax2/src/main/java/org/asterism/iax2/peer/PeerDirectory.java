package org.asterism.iax2.peer;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.asterism.core.event.Event;
import org.asterism.core.event.EventBus;
import org.asterism.core.event.EventClass;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.time.Timer;
import org.asterism.iax2.config.IaxConfiguration;
import org.asterism.iax2.config.Peer;
import org.asterism.iax2.engine.Iax2Shard;
import org.asterism.iax2.engine.Iax2Socket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All peers at run time. Changed on the first shard's thread only; {@link #find}, {@link #all} and {@link #at} are for any thread.
 */
public final class PeerDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(PeerDirectory.class);
    private static final int LOOKUP_EVERY_MS = 60_000;
    /** Checks of many peers that begin at once are spread over this time. */
    private static final int SPREAD_MS = 1000;

    private final Iax2Shard shard;
    private final Iax2Socket socket;
    private final HostLookup lookup;
    private final EventBus events;
    /** The first at each address; those after it form a ring with it. */
    private final Map<PeerAddress, PeerEntry> byAddress = new ConcurrentHashMap<>();

    private final Timer lookupTimer = new Timer() {
        @Override
        protected void expire(long nowMs) {
            lookUpHosts();
        }
    };

    private volatile Map<String, PeerEntry> byName = Map.of();

    /**
     * Creates an empty directory.
     *
     * @param socket where checks leave
     * @param lookup finds the addresses of hosts
     * @param events is told of peers that come and go
     */
    public PeerDirectory(Iax2Socket socket, HostLookup lookup, EventBus events) {
        this.socket = socket;
        this.shard = socket.shard();
        this.lookup = lookup;
        this.events = events;
    }

    /**
     * Finds a peer.
     *
     * @param name its name
     * @return the peer, or {@code null} when iax.conf has none of that name
     */
    public @Nullable PeerEntry find(String name) {
        return byName.get(name);
    }

    /** {@return all peers, in the order of iax.conf} */
    public List<PeerEntry> all() {
        return List.copyOf(byName.values());
    }

    /**
     * The peer at an address.
     *
     * @param address address and port
     * @return the first that is there, or {@code null}
     */
    public @Nullable PeerEntry at(PeerAddress address) {
        return byAddress.get(address);
    }

    /**
     * Takes over a configuration: new peers come, old ones go, the others keep what is known of them. Shard's thread.
     *
     * @param configuration iax.conf
     */
    public void configure(IaxConfiguration configuration) {
        Map<String, PeerEntry> next = new LinkedHashMap<>();
        Map<String, PeerEntry> old = new HashMap<>(byName);
        for (Peer peer : configuration.peers()) {
            PeerEntry known = old.get(peer.name());
            boolean kept = known != null
                    && known.peer().dynamic() == peer.dynamic()
                    && known.peer().host().equals(peer.host())
                    && known.peer().port() == peer.port();
            if (known != null && kept) {
                old.remove(peer.name());
                known.configure(peer);
                next.put(peer.name(), known);
            } else {
                next.put(peer.name(), entry(peer));
            }
        }
        for (PeerEntry gone : old.values()) {
            place(gone, null, 0);
            gone.stop();
        }
        byName = next;
        lookUpHosts();
    }

    /**
     * A registered peer is somewhere else now. Shard's thread.
     *
     * @param name    which
     * @param address where, or {@code null} when it is not registered any more
     */
    public void moved(String name, @Nullable PeerAddress address) {
        PeerEntry entry = byName.get(name);
        if (entry != null && entry.peer().dynamic()) {
            place(entry, address, 0);
        }
    }

    /**
     * A registration from before the start of the switch. Shard's thread.
     *
     * @param name    which peer
     * @param address where it was
     */
    public void restored(String name, PeerAddress address) {
        PeerEntry entry = byName.get(name);
        if (entry != null && entry.peer().dynamic() && !address.equals(entry.address())) {
            place(entry, address, shard.random().nextInt(SPREAD_MS));
        }
    }

    /**
     * A request of a peer has carried a valid call token.
     *
     * @param name its name
     */
    public void tokenSeen(String name) {
        PeerEntry entry = byName.get(name);
        if (entry != null) {
            entry.tokenSeen();
        }
    }

    /** Ends all checks. Shard's thread. */
    public void stop() {
        shard.timers().cancel(lookupTimer);
        byName.values().forEach(PeerEntry::stop);
        byName = Map.of();
    }

    private PeerEntry entry(Peer peer) {
        return new PeerEntry(
                peer, new Qualify(socket, peer.qualify(), (state, rttMs) -> qualified(peer.name(), state, rttMs)));
    }

    private void lookUpHosts() {
        shard.timers().schedule(lookupTimer, shard.nowMs() + LOOKUP_EVERY_MS);
        for (PeerEntry entry : byName.values()) {
            Peer peer = entry.peer();
            if (!peer.host().isEmpty()) {
                lookup.find(peer.host(), peer.port(), address -> found(entry, address));
            } else if (!peer.defaultIp().isEmpty()) {
                lookup.find(peer.defaultIp(), peer.port(), entry::defaultAddress);
            }
        }
    }

    private void found(PeerEntry entry, @Nullable PeerAddress address) {
        if (!entry.equals(byName.get(entry.name()))) {
            return; // a reload was faster than the name service
        }
        if (address == null) {
            LOG.warn(
                    "Unable to look up the host '{}' of peer '{}'", entry.peer().host(), entry.name());
        } else if (!address.equals(entry.address())) {
            place(entry, address, shard.random().nextInt(SPREAD_MS));
        }
    }

    private void place(PeerEntry entry, @Nullable PeerAddress address, long checkInMs) {
        PeerAddress before = entry.address();
        if (before != null) {
            leave(entry, before);
        }
        entry.move(address, checkInMs);
        if (address != null) {
            PeerEntry first = byAddress.putIfAbsent(address, entry);
            if (first != null) {
                first.precede(entry);
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // entries are what they are
    private void leave(PeerEntry entry, PeerAddress address) {
        if (byAddress.get(address) != entry) {
            entry.leaveRing();
            return;
        }
        PeerEntry next = entry.leaveRing();
        if (next == null) {
            byAddress.remove(address);
        } else {
            byAddress.put(address, next); // at once, for threads that look
        }
    }

    private void qualified(String name, QualifyState state, int rttMs) {
        switch (state) {
            case REACHABLE -> LOG.info("Peer '{}' is now REACHABLE! Time: {}", name, rttMs);
            case LAGGED -> LOG.info("Peer '{}' is now TOO LAGGED ({} ms)!", name, rttMs);
            case UNREACHABLE -> LOG.info("Peer '{}' is now UNREACHABLE! Time: {}", name, rttMs);
            case UNKNOWN, UNMONITORED -> {
                return;
            }
        }
        String status = switch (state) {
            case REACHABLE -> "Reachable";
            case LAGGED -> "Lagged";
            case UNREACHABLE, UNKNOWN, UNMONITORED -> "Unreachable";
        };
        events.publish(Event.of(
                "PeerStatus", EventClass.SYSTEM, "ChannelType", "IAX2", "Peer", "IAX2/" + name, "PeerStatus", status));
    }
}
