package org.asterism.iax2.engine;

import org.asterism.core.net.PeerAddress;
import org.asterism.iax2.wire.IaxCommand;
import org.jspecify.annotations.Nullable;

/** Who must prove his address and how much he may hold, as the configuration has it. Called on the shard's thread, must not block. */
public interface CallTokenPolicy {
    /**
     * Whether a request without a CALLTOKEN element is refused: options {@code requirecalltoken} and {@code calltokenoptional}.
     *
     * @param request NEW, REGREQ, REGREL or FWDOWNL
     * @param name    USERNAME of the request, or null
     * @param source  where it came from
     * @return false to take it without a token
     */
    boolean requiresToken(IaxCommand request, @Nullable String name, PeerAddress source);

    /** {@return whether {@link #tokenSeen} changes anything, so that a name is worth reading for it} */
    default boolean learns() {
        return true;
    }

    /**
     * A valid token came back: {@code requirecalltoken=auto} becomes yes.
     *
     * @param request NEW, REGREQ, REGREL or FWDOWNL
     * @param name    USERNAME of the request, or null
     */
    void tokenSeen(IaxCommand request, @Nullable String name);

    /** {@return seconds a token is good for: {@code calltokenexpiration}} */
    int tokenLifetimeSeconds();

    /**
     * How many dialogs one address may have with us: {@code maxcallnumbers} and {@code [callnumberlimits]}.
     *
     * @param source the address; its port does not count
     * @return the number
     */
    int callNumberLimit(PeerAddress source);

    /** {@return how many dialogs there may be that began without a token: {@code maxcallnumbers_nonvalidated}} */
    int nonvalidatedLimit();
}
