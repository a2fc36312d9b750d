package org.asterism.core.location;

import org.asterism.core.net.PeerAddress;

/**
 * A registration request after the channel driver has looked up the peer and checked what it presented.
 *
 * @param technology       such as {@code IAX2}
 * @param name             the name that was given, empty when there was none
 * @param peer             what the configuration says of that name
 * @param proof            what the request presented
 * @param challenged       whether a challenge was sent before in this dialog
 * @param release          whether the registration is to be taken back
 * @param refreshSeconds   the interval asked for, 0 when none
 * @param minExpireSeconds shortest interval to grant
 * @param maxExpireSeconds longest interval to grant
 * @param address          where the request came from
 */
public record RegistrationRequest(
        String technology,
        String name,
        PeerPolicy peer,
        Proof proof,
        boolean challenged,
        boolean release,
        int refreshSeconds,
        int minExpireSeconds,
        int maxExpireSeconds,
        PeerAddress address) {
    /** What the configuration says of a peer. */
    public enum PeerPolicy {
        /** There is no such peer. */
        UNKNOWN,
        /** The peer has a fixed address and cannot register. */
        STATIC,
        /** The peer's ACL denies the source address. */
        DENIED,
        /** The peer may register without a secret. */
        OPEN,
        /** The peer must prove that it knows its secret. */
        SECRET
    }

    /** What a request presented. */
    public enum Proof {
        /** Nothing yet. */
        NONE,
        /** The right answer to the challenge, by a method the peer permits. */
        VALID,
        /** Anything else. */
        INVALID
    }
}
