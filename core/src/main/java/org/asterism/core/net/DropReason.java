package org.asterism.core.net;

/** Why a datagram did not get where it should. */
public enum DropReason {
    /** Received, but longer than a slot: nothing this switch speaks is. */
    TRUNCATED,
    /** Not sent: the socket's send buffer stayed full. */
    SEND_BUFFER_FULL,
    /** Not sent: the system refused it; the counters tell the error numbers. */
    SEND_REFUSED,
    /** Not sent: an IPv6 destination on an IPv4 socket. */
    WRONG_FAMILY,
    /** Not sent: the transport was closed. */
    CLOSED,
    /** Lost by a simulated network on purpose. */
    SIMULATED_LOSS,
    /** Sent to an address where no simulated socket is bound. */
    UNREACHABLE
}
