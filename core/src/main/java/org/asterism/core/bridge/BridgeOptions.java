package org.asterism.core.bridge;

import org.jspecify.annotations.Nullable;

/**
 * What a two-party bridge does besides joining its parties.
 *
 * @param limitMs         how long it may last in ms, 0 for ever
 * @param warning         what is played before the time is over, or {@code null}
 * @param ownerMayHangUp  whether the owner ends it with the hang-up key
 * @param peerMayHangUp   whether the other party ends it with the hang-up key
 */
public record BridgeOptions(
        long limitMs, @Nullable LimitWarning warning, boolean ownerMayHangUp, boolean peerMayHangUp) {
    /** Joins the parties, that is all. */
    public static final BridgeOptions PLAIN = new BridgeOptions(0, null, false, false);

    /**
     * A warning that the time will soon be over.
     *
     * @param leftMs     it is played this long before the end, in ms
     * @param repeatMs   and then this often, in ms; 0 for once
     * @param sound      the prompt
     * @param toOwner    whether the owner hears it
     * @param toPeer     whether the other party hears it
     */
    public record LimitWarning(long leftMs, long repeatMs, String sound, boolean toOwner, boolean toPeer) {}
}
