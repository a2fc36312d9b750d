package org.asterism.core.bridge;

import org.asterism.core.media.MediaPort;

/** The audio between two parties: relayed by the technology where it can, else carried by two streams. Owner's thread. */
final class BridgeAudio {
    private enum Path {
        NONE,
        RELAYED,
        STREAMS
    }

    private final MediaPort owner;
    private final MediaPort peer;
    private final AudioStream toOwner;
    private final AudioStream toPeer;
    private Path path = Path.NONE;

    BridgeAudio(MediaPort owner, MediaPort peer) {
        this.owner = owner;
        this.peer = peer;
        this.toOwner = new AudioStream(peer, owner);
        this.toPeer = new AudioStream(owner, peer);
    }

    /**
     * Sets who hears the other.
     *
     * @param ownerHears whether the owner does
     * @param peerHears  whether the other party does
     */
    void flow(boolean ownerHears, boolean peerHears) {
        if (path == Path.RELAYED) {
            if (ownerHears && peerHears) {
                return;
            }
            owner.endRelay();
        } else if (ownerHears && peerHears && owner.relay(peer)) {
            path = Path.RELAYED;
            return;
        }
        path = ownerHears || peerHears ? Path.STREAMS : Path.NONE;
        set(toOwner, ownerHears);
        set(toPeer, peerHears);
    }

    /** {@return frames dropped so far} */
    long dropped() {
        return toOwner.dropped() + toOwner.untranslatable() + toPeer.dropped() + toPeer.untranslatable();
    }

    private static void set(AudioStream stream, boolean flows) {
        if (flows) {
            stream.start();
        } else {
            stream.stop();
        }
    }
}
