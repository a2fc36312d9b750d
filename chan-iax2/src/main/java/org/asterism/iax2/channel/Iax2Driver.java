package org.asterism.iax2.channel;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.asterism.core.Pbx;
import org.asterism.core.location.Location;
import org.asterism.core.location.LocationChange;
import org.asterism.core.location.Registrar;
import org.asterism.core.module.ModuleDeclined;
import org.asterism.core.net.EventLoop;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.net.Resolver;
import org.asterism.core.time.MillisClock;
import org.asterism.iax2.call.IncomingCalls;
import org.asterism.iax2.config.GeneralSettings;
import org.asterism.iax2.config.IaxConfiguration;
import org.asterism.iax2.config.Peer;
import org.asterism.iax2.config.RegisterLine;
import org.asterism.iax2.engine.CallTokenPolicy;
import org.asterism.iax2.engine.EngineSettings;
import org.asterism.iax2.engine.Iax2Shard;
import org.asterism.iax2.engine.Iax2Socket;
import org.asterism.iax2.keys.RsaKeys;
import org.asterism.iax2.peer.PeerDirectory;
import org.asterism.iax2.peer.PeerEntry;
import org.asterism.iax2.peer.ResolvedHosts;
import org.asterism.iax2.registrant.RegistrantCredentials;
import org.asterism.iax2.registrant.RegistrantReports;
import org.asterism.iax2.registrant.Registrants;
import org.asterism.iax2.registrar.DelayedRefusals;
import org.asterism.iax2.registrar.RegistrationServer;
import org.asterism.iax2.wire.AuthMethods;
import org.asterism.iax2.wire.CallToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that runs while {@code chan_iax2} is loaded, wired together. Safe for any thread. */
final class Iax2Driver implements RegistrationServer.Sources {
    private static final Logger LOG = LoggerFactory.getLogger(Iax2Driver.class);

    private static final String TECHNOLOGY = RegistrationServer.TECHNOLOGY;
    /** So many restored locations are one command for the shard, which other work comes between. */
    private static final int PLACED_AT_ONCE = 256;

    private static final long RELOAD_S = 20;

    private final AtomicLong channelNumbers = new AtomicLong();
    private final Pbx pbx;
    private final Shards shards;
    private final CallTokenPolicy tokens;
    private final ResolvedHosts hosts;
    private final PeerDirectory peers;
    private final Registrants registrants;
    private final Iax2Technology technology;
    private final FollowedRegistrar registrar;
    private final GeneralSettings bound;

    private volatile IaxConfiguration configuration;
    private volatile RsaKeys keys;

    /**
     * Opens the sockets; nothing is sent or answered before {@link #start}.
     *
     * @param pbx   the switch
     * @param files how it is configured
     * @param loops its threads, not started; closed if this fails
     * @throws IOException an address cannot be bound
     */
    Iax2Driver(Pbx pbx, IaxFiles files, List<EventLoop> loops) throws IOException {
        this.pbx = pbx;
        this.configuration = files.configuration();
        this.keys = files.keys();
        SecureRandom random = new SecureRandom();
        byte[] secret = new byte[CallToken.SECRET_LENGTH];
        random.nextBytes(secret);
        this.tokens = new ConfiguredTokens(this::configuration, this::peers);
        this.bound = configuration.general();
        this.shards = new Shards(
                loops, (loop, place) -> new Iax2Shard(loop, place, settings(bound, tokens), random, secret), bound);
        Iax2Shard coordinator = shards.first();
        Iax2Socket first = coordinator.sockets().getFirst();
        this.hosts = new ResolvedHosts(
                new Resolver(MillisClock.system()),
                coordinator.mediaLoop()::execute,
                address -> coordinator.socketFor(address) != null,
                () -> configuration().general().srvLookup(),
                random);
        this.peers = new PeerDirectory(first, hosts, pbx.events());
        this.registrants = new Registrants(first, hosts, this::credentials, new RegistrantReports(pbx.events()));
        this.registrar = new FollowedRegistrar(
                () -> pbx.services().find(Registrar.class),
                change -> coordinator.mediaLoop().execute(() -> moved(change)),
                found -> Thread.ofVirtual().name("iax2-locations").start(() -> restoreLocations(found)));
        this.technology = new Iax2Technology(pbx, this);
        PbxCallService calls = new PbxCallService(pbx, this);
        for (Iax2Shard shard : shards.all()) {
            shard.serveCalls(new IncomingCalls(calls));
            shard.serveRegistrations(new RegistrationServer(this, secret, new DelayedRefusals(shard)));
        }
    }

    private static EngineSettings settings(GeneralSettings general, CallTokenPolicy tokens) {
        return new EngineSettings(general.pingMs(), general.lagrqMs(), tokens);
    }

    /** Begins to work: peers are looked for, registrations sent, calls taken. */
    void start() {
        shards.start();
        shards.first().loop().execute(() -> {
            peers.configure(configuration);
            registrants.configure(configuration.registrations());
        });
        registrar.find();
    }

    /** Places the dynamic peers where they registered before; asks the database, so not on the shard's thread. */
    private void restoreLocations(Registrar from) {
        List<String> names = new ArrayList<>();
        from.restore(TECHNOLOGY, this::dynamicPeer, wallClockMs(), location -> names.add(location.name()));
        for (int i = 0; i < names.size(); i += PLACED_AT_ONCE) {
            List<String> part = names.subList(i, Math.min(names.size(), i + PLACED_AT_ONCE));
            shards.first().mediaLoop().execute(() -> part.forEach(name -> place(name, from)));
        }
    }

    private @Nullable String dynamicPeer(String name) {
        Peer peer = configuration.peer(name);
        return peer != null && peer.dynamic() ? peer.name() : null;
    }

    /** Looks again: the peer may have registered elsewhere meanwhile. */
    private void place(String name, Registrar from) {
        Location location = from.find(TECHNOLOGY, name);
        if (location != null && location.node().isEmpty()) {
            peers.restored(name, location.address());
        }
    }

    private RegistrantCredentials credentials(RegisterLine line) {
        return RegistrantCredentials.of(line, keys, configuration.general().authMethods() == AuthMethods.PLAINTEXT);
    }

    private void moved(LocationChange change) {
        Location location = change.location();
        if (location.technology().equals(TECHNOLOGY)) {
            boolean there = change.kind() == LocationChange.Kind.REGISTERED;
            peers.moved(location.name(), there ? location.address() : null);
        }
    }

    /**
     * Reads iax.conf again. Calls, registered addresses and those of our registrations that are unchanged stay.
     *
     * @throws ModuleDeclined it cannot be used; everything stays as it was
     */
    void reload() throws ModuleDeclined {
        IaxFiles files = IaxFiles.read(pbx);
        GeneralSettings general = files.configuration().general();
        if (!general.bindAddresses().equals(bound.bindAddresses()) || general.tos() != bound.tos()) {
            LOG.warn("iax.conf: bindaddr, bindport and tos count from the next 'module unload' and 'load' of chan_iax2"
                    + " on");
        }
        configuration = files.configuration();
        keys = files.keys();
        shards.eachDo(shard -> shard.settings(settings(general, tokens)));
        configureFirst();
        Registrar present = registrar.find();
        if (present != null) {
            restoreLocations(present);
        }
    }

    /** Waits for it: what is listed after a reload is what the file says now. */
    private void configureFirst() throws ModuleDeclined {
        try {
            shards.first()
                    .loop()
                    .ask(() -> {
                        peers.configure(configuration);
                        registrants.configure(configuration.registrations());
                        return true;
                    })
                    .get(RELOAD_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModuleDeclined("the reload was interrupted");
        } catch (ExecutionException | TimeoutException e) {
            throw new ModuleDeclined("peers and registrations did not take the new configuration: " + e);
        }
    }

    /** Ends calls and registrations, closes the sockets. Takes a second at most for each shard. */
    void stop() {
        registrar.close();
        new Shutdown(shards.first()).run(() -> {
            registrants.stop();
            peers.stop();
        });
        shards.all().stream().skip(1).forEach(shard -> new Shutdown(shard).run(() -> {}));
    }

    // What its parts ask for.

    @Override
    public IaxConfiguration configuration() {
        return configuration;
    }

    @Override
    public RsaKeys keys() {
        return keys;
    }

    @Override
    public @Nullable Registrar registrar() {
        return registrar.find();
    }

    @Override
    public long wallClockMs() {
        return System.currentTimeMillis();
    }

    Shards shards() {
        return shards;
    }

    ResolvedHosts hosts() {
        return hosts;
    }

    PeerDirectory peers() {
        return peers;
    }

    /** Shard's thread. */
    Registrants registrants() {
        return registrants;
    }

    Iax2Technology technology() {
        return technology;
    }

    int channels() {
        return pbx.channels().count(technology);
    }

    /** What a channel is named after while its far end has not proved who it is: the peer at its address, else the address. */
    String nameOf(PeerAddress address) {
        PeerEntry peer = peers.at(address);
        return peer == null ? address.toString() : peer.name();
    }

    /**
     * Names a channel as Asterisk does. Call numbers are those of a remote address and may be the same for two channels of one peer,
     * so that the number is one of its own.
     *
     * @param host the peer's name, or the address of somebody unknown
     * @return such as {@code IAX2/alice-5715}; no two channels of this switch have the same
     */
    String channelName(String host) {
        return Iax2Technology.NAME + "/" + host + "-" + channelNumbers.incrementAndGet();
    }
}
