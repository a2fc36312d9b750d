package org.asterism.iax2.engine;

import java.lang.foreign.MemorySegment;
import org.asterism.core.net.PeerAddress;

/** Sees frames as they come and go, for {@code iax2 set debug}. Called on the shard's thread, must not block. */
@FunctionalInterface
public interface FrameTap {
    /** What {@link #onFrame} gives for frames that are not sent through a queue, and for received ones. */
    int NO_ATTEMPT = -1;

    /**
     * A frame of any kind.
     *
     * @param sent    false if it was received
     * @param attempt how many times a queued frame was sent before, else {@link #NO_ATTEMPT}
     * @param memory  holds the datagram; valid during this call
     * @param offset  where it begins
     * @param length  its length in bytes
     * @param remote  the other side
     */
    void onFrame(boolean sent, int attempt, MemorySegment memory, long offset, int length, PeerAddress remote);
}
