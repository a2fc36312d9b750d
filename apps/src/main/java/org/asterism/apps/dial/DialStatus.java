package org.asterism.apps.dial;

/** How a Dial came out: the values of DIALSTATUS. */
enum DialStatus {
    /** Somebody answered. */
    ANSWER,
    /** Nobody answered within the time. */
    NOANSWER,
    /** Somebody is busy, and nobody answered. */
    BUSY,
    /** No way through to anybody. */
    CONGESTION,
    /** Nobody can be reached at all. */
    CHANUNAVAIL,
    /** The caller gave up. */
    CANCEL,
    /** The arguments make no sense. */
    INVALIDARGS
}
