package org.asterism.iax2.peer;

import org.asterism.core.net.PeerAddress;
import org.asterism.iax2.config.CallTokenRequirement;
import org.asterism.iax2.config.Peer;
import org.jspecify.annotations.Nullable;

/** A peer at run time. Changed on the shard's thread only; any thread may read. */
public final class PeerEntry {
    private final String name;
    private final Qualify qualify;
    private volatile Peer peer;
    private volatile @Nullable PeerAddress address;
    private volatile @Nullable PeerAddress defaultAddress;
    private volatile boolean tokenSeen;
    // Those at one address form a ring, however many they are.
    private PeerEntry previous = this;
    private PeerEntry next = this;

    PeerEntry(Peer peer, Qualify qualify) {
        this.name = peer.name();
        this.peer = peer;
        this.qualify = qualify;
    }

    /** {@return its name} */
    public String name() {
        return name;
    }

    /** {@return what iax.conf says} */
    public Peer peer() {
        return peer;
    }

    /** {@return where it is registered, or its fixed address; {@code null} when neither is known} */
    public @Nullable PeerAddress address() {
        return address;
    }

    /** {@return where it is called: {@link #address}, else {@code defaultip}; {@code null} when it has neither} */
    public @Nullable PeerAddress callAddress() {
        PeerAddress known = address;
        return known == null ? defaultAddress : known;
    }

    /** {@return the address of {@code defaultip}, or {@code null}} */
    public @Nullable PeerAddress defaultAddress() {
        return defaultAddress;
    }

    /** {@return what checking it has found} */
    public QualifyState qualifyState() {
        return peer.qualify().isOn() ? qualify.state() : QualifyState.UNMONITORED;
    }

    /** {@return the last measured round trip in ms, 0 before the first} */
    public int lastMs() {
        return qualify.lastMs();
    }

    /** {@return the status column of listings} */
    public String status() {
        return switch (qualifyState()) {
            case UNMONITORED -> "Unmonitored";
            case UNKNOWN -> "UNKNOWN";
            case REACHABLE -> "OK (" + lastMs() + " ms)";
            case LAGGED -> "LAGGED (" + lastMs() + " ms)";
            case UNREACHABLE -> "UNREACHABLE";
        };
    }

    /** {@return the mask column of listings: as Asterisk, a dynamic peer has none until it is known from a file} */
    public String mask() {
        PeerAddress known = address;
        if (peer.dynamic() || known == null) {
            return "(null)";
        }
        return known.isIpv4() ? "255.255.255.255" : "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff";
    }

    /** {@return whether its registrations must carry a call token, {@code auto} having been followed} */
    public CallTokenRequirement callToken() {
        return peer.callToken() == CallTokenRequirement.AUTO && tokenSeen ? CallTokenRequirement.YES : peer.callToken();
    }

    /** A valid call token has come from this peer. */
    public void tokenSeen() {
        tokenSeen = true;
    }

    void configure(Peer newPeer) {
        boolean other = !newPeer.qualify().equals(peer.qualify());
        peer = newPeer;
        if (newPeer.defaultIp().isEmpty()) {
            defaultAddress = null;
        }
        if (other) {
            qualify.options(newPeer.qualify());
        }
    }

    void defaultAddress(@Nullable PeerAddress newAddress) {
        defaultAddress = newAddress;
    }

    /** Puts one at the end of the ring that this one is the first of. */
    void precede(PeerEntry last) {
        last.previous = previous;
        last.next = this;
        previous.next = last;
        previous = last;
    }

    /** Leaves the ring; returns who came after this one, or null if it was alone. */
    @SuppressWarnings("ReferenceEquality") // entries are what they are
    @Nullable
    PeerEntry leaveRing() {
        PeerEntry after = next;
        if (after == this) {
            return null;
        }
        previous.next = after;
        after.previous = previous;
        previous = this;
        next = this;
        return after;
    }

    void move(@Nullable PeerAddress newAddress, long checkInMs) {
        address = newAddress;
        qualify.aim(newAddress, checkInMs);
    }

    void stop() {
        qualify.stop();
    }
}
