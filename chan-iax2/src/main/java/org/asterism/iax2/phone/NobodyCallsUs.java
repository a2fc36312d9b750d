package org.asterism.iax2.phone;

import org.asterism.core.net.PeerAddress;
import org.asterism.iax2.engine.CallTokenPolicy;
import org.asterism.iax2.wire.IaxCommand;
import org.jspecify.annotations.Nullable;

/** The phone takes no calls. */
final class NobodyCallsUs implements CallTokenPolicy {
    @Override
    public boolean requiresToken(IaxCommand request, @Nullable String name, PeerAddress source) {
        return true;
    }

    @Override
    public void tokenSeen(IaxCommand request, @Nullable String name) {
        // Nobody is registered.
    }

    @Override
    public int tokenLifetimeSeconds() {
        return 1;
    }

    @Override
    public int callNumberLimit(PeerAddress source) {
        return 0;
    }

    @Override
    public int nonvalidatedLimit() {
        return 0;
    }
}
