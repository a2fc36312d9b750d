package org.asterism.bench.perf.client;

/** Where a call is. */
enum CallState {
    /** Not begun, or over and ready to begin again. */
    IDLE,
    /** NEW is on its way. */
    CALLING,
    /** The server has accepted it. */
    ACCEPTED,
    /** Answered: frames flow. */
    TALKING,
    /** HANGUP is on its way. */
    LEAVING
}
