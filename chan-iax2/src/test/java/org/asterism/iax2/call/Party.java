package org.asterism.iax2.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.security.PublicKey;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.asterism.core.channel.CallerId;
import org.asterism.core.config.ConfigException;
import org.asterism.core.media.Format;
import org.asterism.core.net.MemoryNetwork;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.net.SocketSettings;
import org.asterism.iax2.config.IaxConfiguration;
import org.asterism.iax2.config.IaxConfigurationReader;
import org.asterism.iax2.config.User;
import org.asterism.iax2.engine.CallTokenPolicy;
import org.asterism.iax2.engine.Dialog;
import org.asterism.iax2.engine.EngineSettings;
import org.asterism.iax2.engine.Iax2Shard;
import org.asterism.iax2.keys.Credentials;
import org.asterism.iax2.wire.CallToken;
import org.asterism.iax2.wire.IaxCodec;
import org.asterism.iax2.wire.IaxCommand;
import org.jspecify.annotations.Nullable;

/** One switch on a simulated network, with an iax.conf and a set of extensions instead of a dialplan. */
final class Party implements CallService, CallTokenPolicy {
    final Iax2Shard shard;
    final PeerAddress address;
    final Set<String> extensions = new HashSet<>(Set.of("600", "s"));
    final List<AcceptedCall> begun = new ArrayList<>();
    final List<Call> calls = new ArrayList<>();
    IaxConfiguration configuration;
    BiFunction<Call, AcceptedCall, CallObserver> answerer = (call, accepted) -> new Diary();
    boolean tokenRequired = true;

    Party(MemoryNetwork network, String host, long seed) {
        address = PeerAddress.of(host, 4569);
        byte[] secret = new byte[CallToken.SECRET_LENGTH];
        new Random(seed).nextBytes(secret);
        shard = new Iax2Shard(
                network.newLoop(host), new EngineSettings(21_000, 10_000, this), new Random(seed), secret);
        configuration = configuration("");
        try {
            shard.bind(SocketSettings.bind(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        shard.serveCalls(new IncomingCalls(this));
    }

    static IaxConfiguration configuration(String text) {
        try {
            return IaxConfigurationReader.ofText(text);
        } catch (ConfigException e) {
            throw new IllegalArgumentException(e);
        }
    }

    void configure(String text) {
        configuration = configuration(text);
    }

    /** A request that needs nothing but a codec. */
    static CallRequest request(String extension, String userName, Credentials credentials, IaxCodec... codecs) {
        return new CallRequest(
                extension,
                "",
                userName,
                credentials,
                CallerId.of("Alice", "5550100"),
                false,
                "en",
                codecs.length == 0 ? List.of(IaxCodec.ULAW) : List.of(codecs),
                Map.of(),
                false,
                0,
                ZoneId.of("UTC"));
    }

    Call call(Party callee, CallRequest request, CallObserver observer) {
        Dialog dialog = shard.open(shard.sockets().getFirst(), callee.address);
        if (dialog == null) {
            throw new AssertionError("no call number");
        }
        Call call = Call.outgoing(dialog, Format.ULAW);
        call.place(request, observer);
        return call;
    }

    @Override
    public boolean acceptsCalls() {
        return true;
    }

    @Override
    public boolean delaysRefusals() {
        return configuration.general().delayReject();
    }

    @Override
    public boolean shrinksCallerId() {
        return true;
    }

    @Override
    public int maxAuthRequests() {
        return configuration.general().maxAuthRequests();
    }

    @Override
    public @Nullable User userFor(NewCall call, InetAddress source) {
        return configuration.userFor(call.userName(), source, call.context());
    }

    @Override
    public void secrets(User user, Executor executor, Consumer<List<String>> answer) {
        answer.accept(user.secrets());
    }

    @Override
    public @Nullable PublicKey publicKey(String name) {
        return null;
    }

    @Override
    public boolean exists(String context, String extension, String caller) {
        return extensions.contains(extension);
    }

    @Override
    public int dialplanStatus(String context, String extension, String caller) {
        return extensions.contains(extension) ? 1 : 4;
    }

    @Override
    public CallObserver begin(Call call, AcceptedCall accepted) {
        begun.add(accepted);
        calls.add(call);
        return answerer.apply(call, accepted);
    }

    @Override
    public boolean requiresToken(IaxCommand request, @Nullable String name, PeerAddress source) {
        return tokenRequired;
    }

    @Override
    public void tokenSeen(IaxCommand request, @Nullable String name) {}

    @Override
    public int tokenLifetimeSeconds() {
        return 10;
    }

    @Override
    public int callNumberLimit(PeerAddress source) {
        return 1_000_000;
    }

    @Override
    public int nonvalidatedLimit() {
        return 1_000_000;
    }
}
