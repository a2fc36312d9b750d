package org.asterism.core.channel;

/** What is known of a device, with Asterisk's names. */
public enum DeviceState {
    /** Nothing is known. */
    UNKNOWN,
    /** Reachable and idle. */
    NOT_INUSE,
    /** In a call. */
    INUSE,
    /** Refuses calls. */
    BUSY,
    /** There is no such device. */
    INVALID,
    /** Not registered or not answering. */
    UNAVAILABLE,
    /** Rings. */
    RINGING,
    /** Rings while in a call. */
    RINGINUSE,
    /** Has a call on hold. */
    ONHOLD
}
