package org.asterism.core.net;

import org.jspecify.annotations.Nullable;

/**
 * What a socket is bound to and how it is set up.
 *
 * @param local              address and port; port 0 lets the system choose. {@code [::]} takes IPv4 as well, as IPv4-mapped
 * @param typeOfService      the IP TOS or IPv6 traffic class byte: DSCP in the upper six bits
 * @param receiveBufferBytes SO_RCVBUF, or 0 for the system's default
 * @param sendBufferBytes    SO_SNDBUF, or 0 for the system's default
 * @param reusePort          SO_REUSEPORT: several sockets share the port
 * @param steering           which of the sockets that share the port gets a datagram; null to leave it to the kernel. Given with the
 *                           first of them, for all. {@link TransportKind#MMSG} only
 * @param peerLimit          how many addresses may be interned for the socket at most
 */
public record SocketSettings(
        PeerAddress local,
        int typeOfService,
        int receiveBufferBytes,
        int sendBufferBytes,
        boolean reusePort,
        @Nullable PacketFilter steering,
        int peerLimit) {

    /** {@link #peerLimit} unless told otherwise. */
    public static final int DEFAULT_PEER_LIMIT = 1 << 18;

    /** Checks the ranges. */
    public SocketSettings {
        if (typeOfService < 0 || typeOfService > 0xFF) {
            throw new IllegalArgumentException("the type of service is a byte, 0 to 255, not " + typeOfService);
        }
        if (receiveBufferBytes < 0 || sendBufferBytes < 0 || peerLimit < 1) {
            throw new IllegalArgumentException("a socket has buffers of 0 bytes or more and at least one peer: receive "
                    + receiveBufferBytes + ", send " + sendBufferBytes + ", peers " + peerLimit);
        }
    }

    /**
     * Settings with all options left to the system.
     *
     * @param local address and port to bind
     * @return the settings
     */
    public static SocketSettings bind(PeerAddress local) {
        return new SocketSettings(local, 0, 0, 0, false, null, DEFAULT_PEER_LIMIT);
    }

    /**
     * The same at another address.
     *
     * @param address address and port to bind
     * @return the settings
     */
    public SocketSettings withLocal(PeerAddress address) {
        return new SocketSettings(
                address, typeOfService, receiveBufferBytes, sendBufferBytes, reusePort, steering, peerLimit);
    }

    /**
     * The same with another TOS byte.
     *
     * @param tos 0 to 255
     * @return the settings
     */
    public SocketSettings withTypeOfService(int tos) {
        return new SocketSettings(local, tos, receiveBufferBytes, sendBufferBytes, reusePort, steering, peerLimit);
    }

    /**
     * The same with other socket buffers.
     *
     * @param receiveBytes SO_RCVBUF, 0 for the system's default
     * @param sendBytes    SO_SNDBUF, 0 for the system's default
     * @return the settings
     */
    public SocketSettings withBuffers(int receiveBytes, int sendBytes) {
        return new SocketSettings(local, typeOfService, receiveBytes, sendBytes, reusePort, steering, peerLimit);
    }

    /**
     * The same with the port shared.
     *
     * @param chooses which of the sockets gets a datagram, where this is the first of them; else null
     * @return the settings
     */
    public SocketSettings withSharedPort(@Nullable PacketFilter chooses) {
        return new SocketSettings(local, typeOfService, receiveBufferBytes, sendBufferBytes, true, chooses, peerLimit);
    }

    /**
     * The same with another bound on the interned addresses.
     *
     * @param limit at least 1
     * @return the settings
     */
    public SocketSettings withPeerLimit(int limit) {
        return new SocketSettings(
                local, typeOfService, receiveBufferBytes, sendBufferBytes, reusePort, steering, limit);
    }
}
