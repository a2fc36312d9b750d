package org.asterism.iax2.engine;

import org.asterism.core.net.PeerAddress;
import org.asterism.iax2.wire.IaxCommand;
import org.jspecify.annotations.Nullable;

/** A token policy whose answers a test sets. */
public final class OpenDoor implements CallTokenPolicy {
    public boolean required = true;
    int perAddress = 100_000;
    int nonvalidated = 100_000;

    @Nullable
    public String lastSeen;

    EngineSettings settings() {
        return new EngineSettings(EngineSettings.DEFAULT_PING_MS, EngineSettings.DEFAULT_LAG_REQUEST_MS, this);
    }

    @Override
    public boolean requiresToken(IaxCommand request, @Nullable String name, PeerAddress source) {
        return required;
    }

    @Override
    public void tokenSeen(IaxCommand request, @Nullable String name) {
        lastSeen = name;
    }

    @Override
    public int tokenLifetimeSeconds() {
        return 10;
    }

    @Override
    public int callNumberLimit(PeerAddress source) {
        return perAddress;
    }

    @Override
    public int nonvalidatedLimit() {
        return nonvalidated;
    }
}
