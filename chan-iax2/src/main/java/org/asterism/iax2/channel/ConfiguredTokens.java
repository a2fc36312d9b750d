package org.asterism.iax2.channel;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.asterism.core.net.PeerAddress;
import org.asterism.iax2.config.CallTokenRequirement;
import org.asterism.iax2.config.IaxConfiguration;
import org.asterism.iax2.config.User;
import org.asterism.iax2.engine.CallTokenPolicy;
import org.asterism.iax2.peer.PeerDirectory;
import org.asterism.iax2.peer.PeerEntry;
import org.asterism.iax2.wire.IaxCommand;
import org.jspecify.annotations.Nullable;

/** Call tokens and limits as iax.conf has them. Safe for any thread. */
final class ConfiguredTokens implements CallTokenPolicy {
    private static final String NAMELESS = "guest";
    private static final int MS_PER_SECOND = 1000;

    private final Supplier<IaxConfiguration> configuration;
    private final Supplier<PeerDirectory> peers;
    /** Users whose {@code requirecalltoken=auto} has become yes. */
    private final Set<String> usersSeen = ConcurrentHashMap.newKeySet();

    ConfiguredTokens(Supplier<IaxConfiguration> configuration, Supplier<PeerDirectory> peers) {
        this.configuration = configuration;
        this.peers = peers;
    }

    @Override
    public boolean requiresToken(IaxCommand request, @Nullable String name, PeerAddress source) {
        return switch (requirement(request, name == null || name.isEmpty() ? NAMELESS : name)) {
            case NO, AUTO -> false;
            case YES -> true;
            case DEFAULT ->
                !configuration
                        .get()
                        .general()
                        .calltokenOptional()
                        .allows(source.socketAddress().getAddress());
        };
    }

    private CallTokenRequirement requirement(IaxCommand request, String name) {
        if (request == IaxCommand.NEW) {
            User user = configuration.get().user(name);
            CallTokenRequirement written = user == null ? CallTokenRequirement.DEFAULT : user.callToken();
            return written == CallTokenRequirement.AUTO && usersSeen.contains(name)
                    ? CallTokenRequirement.YES
                    : written;
        }
        PeerEntry peer = peers.get().find(name);
        return peer == null ? CallTokenRequirement.DEFAULT : peer.callToken();
    }

    @Override
    public boolean learns() {
        return configuration.get().learnsTokens();
    }

    @Override
    public void tokenSeen(IaxCommand request, @Nullable String name) {
        String asked = name == null || name.isEmpty() ? NAMELESS : name;
        if (request == IaxCommand.NEW) {
            User user = configuration.get().user(asked);
            if (user != null && user.callToken() == CallTokenRequirement.AUTO) {
                usersSeen.add(asked);
            }
        } else {
            PeerEntry peer = peers.get().find(asked);
            if (peer != null) {
                peer.tokenSeen();
            }
        }
    }

    @Override
    public int tokenLifetimeSeconds() {
        return Math.max(1, configuration.get().general().callTokenExpiryMs() / MS_PER_SECOND);
    }

    @Override
    public int callNumberLimit(PeerAddress source) {
        PeerEntry peer = peers.get().at(source);
        int own = peer == null ? 0 : peer.peer().maxCallNumbers();
        return own > 0
                ? own
                : configuration.get().maxCallNumbers(source.socketAddress().getAddress());
    }

    @Override
    public int nonvalidatedLimit() {
        return configuration.get().general().maxNonvalidated();
    }
}
