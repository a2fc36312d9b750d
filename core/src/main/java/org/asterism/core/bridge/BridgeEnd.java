package org.asterism.core.bridge;

/** Why a bridge ended while the channel whose thread ran it was still there. */
public enum BridgeEnd {
    /** The other party hung up, or is gone. */
    PEER_HUNG_UP,
    /** The other party pressed the key that ends the call. */
    PEER_PRESSED_KEY,
    /** The owner pressed the key that ends the call. */
    OWNER_PRESSED_KEY,
    /** The other party is wanted elsewhere in the dialplan. */
    PEER_REDIRECTED,
    /** The time that was set is over. */
    TIME_OVER
}
