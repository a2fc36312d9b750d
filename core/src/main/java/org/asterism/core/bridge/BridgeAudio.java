package org.asterism.core.bridge;

import org.asterism.core.media.MediaPort;
import org.jspecify.annotations.Nullable;

/** The audio between two parties: relayed by the technology where it can, else carried by two streams. Owner's thread. */
final class BridgeAudio {
    private enum Path {
        NONE,
        RELAYED,
        STREAMS
    }

    private final MediaPort owner;
    private final MediaPort peer;
    /** Made when they are needed, which is seldom: most bridges are relayed from their beginning to their end. */
    private @Nullable AudioStream toOwner;

    private @Nullable AudioStream toPeer;
    private Path path = Path.NONE;

    BridgeAudio(MediaPort owner, MediaPort peer) {
        this.owner = owner;
        this.peer = peer;
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
        toOwner = set(toOwner, peer, owner, ownerHears);
        toPeer = set(toPeer, owner, peer, peerHears);
    }

    /** {@return frames dropped so far} */
    long dropped() {
        return dropped(toOwner) + dropped(toPeer);
    }

    private static long dropped(@Nullable AudioStream stream) {
        return stream == null ? 0 : stream.dropped() + stream.untranslatable();
    }

    private static @Nullable AudioStream set(
            @Nullable AudioStream present, MediaPort from, MediaPort to, boolean flows) {
        AudioStream stream = present;
        if (flows) {
            stream = stream == null ? new AudioStream(from, to) : stream;
            stream.start();
        } else if (stream != null) {
            stream.stop();
        }
        return stream;
    }
}
