package org.asterism.iax2.channel;

import java.security.PrivateKey;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asterism.core.Pbx;
import org.asterism.core.channel.CallFailed;
import org.asterism.core.channel.CallerId;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelState;
import org.asterism.core.channel.ChannelTechnology;
import org.asterism.core.channel.DeviceState;
import org.asterism.core.channel.DialRequest;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.location.Location;
import org.asterism.core.location.Registrar;
import org.asterism.core.media.Format;
import org.asterism.core.net.PeerAddress;
import org.asterism.iax2.call.AudioFormats;
import org.asterism.iax2.call.Call;
import org.asterism.iax2.call.CallRequest;
import org.asterism.iax2.config.Peer;
import org.asterism.iax2.engine.Dialog;
import org.asterism.iax2.engine.Iax2Shard;
import org.asterism.iax2.engine.Iax2Socket;
import org.asterism.iax2.keys.Credentials;
import org.asterism.iax2.peer.PeerEntry;
import org.asterism.iax2.wire.AuthMethods;
import org.asterism.iax2.wire.IaxCodec;
import org.jspecify.annotations.Nullable;

/** {@code IAX2/…} in Dial. Safe for any thread. */
final class Iax2Technology implements ChannelTechnology {
    static final String NAME = "IAX2";

    private static final int ANSWER_MS = 10_000;

    private final Pbx pbx;
    private final Iax2Driver driver;

    Iax2Technology(Pbx pbx, Iax2Driver driver) {
        this.pbx = pbx;
        this.driver = driver;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Inter Asterisk eXchange Driver (Ver 2)";
    }

    @Override
    public Channel request(DialRequest request) throws CallFailed {
        DialString wanted = parse(request.resource());
        DialString dialled = throughNode(wanted, request.requestor());
        PeerEntry entry = driver.peers().find(dialled.peer());
        if (entry != null && entry.peer().forceEncryption()) {
            throw new CallFailed(
                    HangupCause.FACILITY_NOT_SUBSCRIBED,
                    "IAX2 peer " + entry.name()
                            + " has forceencryption, and this switch does not encrypt: it is not called in clear");
        }
        PeerAddress address = entry == null ? resolve(dialled) : addressOf(entry);
        List<IaxCodec> codecs = codecs(entry, request.formats());
        Format expected = format(codecs.getFirst());
        Call call = open(address, expected);
        String host = entry == null ? address.toString() : entry.name();
        String name = driver.channelName(host);
        call.name(name);
        Peer peer = entry == null ? null : entry.peer();
        try {
            Channel made = pbx.channels()
                    .create(
                            this,
                            name,
                            ChannelState.DOWN,
                            request.mailbox(),
                            channel -> new Iax2Leg(
                                    call,
                                    new Iax2Leg.Outgoing(
                                            channel,
                                            () -> callRequest(dialled, peer, request.callerId(), codecs, channel),
                                            new ChannelObserver(channel))));
            made.position(new DialplanPosition(context(peer), "s", 1));
            return made;
        } catch (RuntimeException e) {
            new Iax2Leg(call, null).hangup(HangupCause.CONGESTION);
            throw e;
        }
    }

    /** Where the called party's channel is in the dialplan before anybody sends it somewhere. */
    private static String context(@Nullable Peer peer) {
        return peer == null || peer.context().isEmpty() ? "default" : peer.context();
    }

    private static DialString parse(String resource) throws CallFailed {
        try {
            return DialString.parse(resource);
        } catch (IllegalArgumentException e) {
            throw new CallFailed(HangupCause.NO_ROUTE_DESTINATION, "IAX2 cannot dial: " + e.getMessage());
        }
    }

    /**
     * Where a peer is registered at another switch that shares registrations with this one, the way to it: the peer of that switch's
     * name, asked for an extension that is the wanted peer, and what is to be called there after a slash.
     */
    private DialString throughNode(DialString dialled, @Nullable Channel requestor) throws CallFailed {
        PeerEntry entry = driver.peers().find(dialled.peer());
        if (entry == null || !entry.peer().dynamic() || entry.address() != null) {
            return dialled;
        }
        Location location = location(entry);
        String node = location == null ? "" : location.node();
        if (node.isEmpty()) {
            return dialled;
        }
        if (requestor != null && requestor.name().startsWith(NAME + "/" + node + "-")) {
            // Two switches that each believe the peer is at the other would call each other for ever.
            throw new CallFailed(
                    HangupCause.SUBSCRIBER_ABSENT,
                    "IAX2 peer " + entry.name() + " is registered at " + node + ", which is where the call came from");
        }
        if (driver.peers().find(node) == null) {
            throw new CallFailed(
                    HangupCause.SUBSCRIBER_ABSENT,
                    "IAX2 peer " + entry.name() + " is registered at " + node
                            + ": iax.conf needs a peer of that name to call it");
        }
        return dialled.through(node);
    }

    private @Nullable Location location(PeerEntry entry) {
        Registrar registrar = driver.registrar();
        return registrar == null ? null : registrar.find(NAME, entry.name());
    }

    private PeerAddress addressOf(PeerEntry entry) throws CallFailed {
        PeerAddress address = entry.callAddress();
        if (entry.address() == null && entry.peer().dynamic()) {
            Location location = location(entry);
            if (location != null && location.node().isEmpty()) {
                return location.address();
            }
        }
        if (address == null) {
            throw new CallFailed(HangupCause.SUBSCRIBER_ABSENT, "IAX2 peer " + entry.name() + " is not registered");
        }
        if (!entry.qualifyState().isCallable()) {
            throw new CallFailed(HangupCause.SUBSCRIBER_ABSENT, "IAX2 peer " + entry.name() + " is " + entry.status());
        }
        return address;
    }

    private PeerAddress resolve(DialString dialled) throws CallFailed {
        CompletableFuture<@Nullable PeerAddress> found = new CompletableFuture<>();
        driver.hosts().find(dialled.peer(), dialled.port(), found::complete);
        PeerAddress address = await(found, "the address of " + dialled.peer());
        if (address == null) {
            throw new CallFailed(
                    HangupCause.SUBSCRIBER_ABSENT,
                    "IAX2 has no peer " + dialled.peer() + " in iax.conf, and no host of that name was found");
        }
        return address;
    }

    private Call open(PeerAddress address, Format expected) throws CallFailed {
        CompletableFuture<@Nullable Call> opened;
        try {
            Iax2Shard shard = driver.shards().of(address);
            opened = shard.loop().ask(() -> {
                Iax2Socket socket = shard.socketFor(address);
                Dialog dialog = socket == null ? null : shard.open(socket, address);
                return dialog == null ? null : Call.outgoing(dialog, expected);
            });
        } catch (RejectedExecutionException e) {
            throw new CallFailed(HangupCause.CONGESTION, "IAX2 is closing or overloaded: " + e.getMessage());
        }
        Call call;
        try {
            call = await(opened, "a call number");
        } catch (CallFailed e) {
            // It may be opened yet, and then nobody would know of it.
            CompletableFuture<Void> _ = opened.thenAccept(Iax2Technology::forget);
            throw e;
        }
        if (call == null) {
            throw new CallFailed(HangupCause.CONGESTION, "IAX2 has no free call number or no socket for " + address);
        }
        return call;
    }

    private static void forget(@Nullable Call late) {
        if (late != null) {
            new Iax2Leg(late, null).hangup(HangupCause.NORMAL_CLEARING);
        }
    }

    private static <T extends @Nullable Object> T await(CompletableFuture<T> answer, String what) throws CallFailed {
        try {
            return answer.get(ANSWER_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed(HangupCause.NORMAL_CLEARING, "interrupted while waiting for " + what);
        } catch (ExecutionException | TimeoutException e) {
            throw new CallFailed(HangupCause.CONGESTION, "IAX2 could not get " + what + ": " + e);
        }
    }

    /** The peer's codecs, those the caller has first. */
    private List<IaxCodec> codecs(@Nullable PeerEntry entry, List<Format> wanted) {
        List<IaxCodec> permitted = entry == null
                ? driver.configuration().general().codecs()
                : entry.peer().codecs();
        List<IaxCodec> order = new ArrayList<>();
        for (Format format : wanted) {
            IaxCodec codec = AudioFormats.codec(format);
            if (codec != null && permitted.contains(codec)) {
                order.add(codec);
            }
        }
        permitted.stream().filter(codec -> !order.contains(codec)).forEach(order::add);
        return order.isEmpty() ? List.of(IaxCodec.ULAW) : order;
    }

    private static Format format(IaxCodec codec) {
        Format format = AudioFormats.of(codec.bit());
        return format == null ? Format.ULAW : format;
    }

    private CallRequest callRequest(
            DialString dialled, @Nullable Peer peer, CallerId callerId, List<IaxCodec> codecs, Channel channel) {
        String peerUser = peer == null ? "" : peer.userName();
        String peerContext = peer == null ? "" : peer.peerContext();
        return new CallRequest(
                dialled.extension().isEmpty() ? "s" : dialled.extension(),
                dialled.context().isEmpty() ? peerContext : dialled.context(),
                dialled.userName().isEmpty() ? peerUser : dialled.userName(),
                credentials(dialled, peer),
                callerId,
                peer != null && peer.sendAni(),
                channel.language(),
                codecs,
                IaxVariables.all(channel),
                dialled.options().contains("a"),
                autokillMs(peer),
                ZoneId.systemDefault());
    }

    /** A peer that is checked is known to answer in time. */
    private int autokillMs(@Nullable Peer peer) {
        return peer != null && peer.qualify().isOn()
                ? peer.qualify().maxMs()
                : driver.configuration().general().autokillMs();
    }

    private Credentials credentials(DialString dialled, @Nullable Peer peer) {
        String keyName = dialled.key().isEmpty() && peer != null ? peer.outKey() : dialled.key();
        String secret = dialled.secret().isEmpty() && peer != null ? peer.secret() : dialled.secret();
        PrivateKey key = keyName.isEmpty() ? null : driver.keys().privateKey(keyName);
        int methods = peer == null ? AuthMethods.MD5 : peer.authMethods();
        return new Credentials(secret, key, key == null ? methods : methods | AuthMethods.RSA);
    }

    @Override
    public DeviceState deviceState(String resource) {
        int slash = resource.indexOf('/');
        PeerEntry entry = driver.peers().find(slash < 0 ? resource : resource.substring(0, slash));
        if (entry == null) {
            return DeviceState.INVALID;
        }
        if (entry.callAddress() == null && entry.peer().dynamic() && location(entry) != null) {
            return DeviceState.NOT_INUSE; // registered at another switch, which alone knows more
        }
        if (entry.callAddress() == null || !entry.qualifyState().isCallable()) {
            return DeviceState.UNAVAILABLE;
        }
        String prefix = NAME + "/" + entry.name() + "-";
        DeviceState state = DeviceState.NOT_INUSE;
        for (Channel channel : pbx.channels().all()) {
            if (channel.technology().equals(this) && channel.name().startsWith(prefix)) {
                boolean rings = channel.state() == ChannelState.RINGING;
                state = rings && state == DeviceState.NOT_INUSE ? DeviceState.RINGING : DeviceState.INUSE;
            }
        }
        return state;
    }
}
