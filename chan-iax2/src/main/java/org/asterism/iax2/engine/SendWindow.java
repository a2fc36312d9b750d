package org.asterism.iax2.engine;

import org.asterism.iax2.wire.SequenceNumbers;
import org.jspecify.annotations.Nullable;

/**
 * The sending half of a reliable stream (RFC 5456 section 7): frames in flight, oldest first, and behind them those that wait for
 * room or for the remote's call number. Sequence numbers have 8 bits, so more than {@value #MAX_IN_FLIGHT} frames in flight would
 * make old and new ones look alike.
 */
final class SendWindow {
    /** Most frames sent and not acknowledged. */
    static final int MAX_IN_FLIGHT = 127;
    /** Most frames waiting behind them. */
    static final int MAX_WAITING = 256;
    /** How often a frame is sent before it counts as lost with its remote. */
    static final int MAX_TRANSMISSIONS = 4;

    private static final int MIN_INTERVAL_MS = 100;
    private static final int MAX_INTERVAL_MS = 10_000;
    private static final int BACKOFF = 10;

    /** Nothing is due. */
    static final long NEVER = Long.MAX_VALUE;

    private final FramePool pool;
    private @Nullable PendingFrame oldest;
    private @Nullable PendingFrame youngest;
    private @Nullable PendingFrame firstWaiting;
    private int inFlight;
    private int waiting;
    private int oseqno;

    SendWindow(FramePool pool) {
        this.pool = pool;
    }

    /** The number the next frame will get. */
    int oseqno() {
        return oseqno;
    }

    /** The oldest number not acknowledged; {@link #oseqno} if there is none. */
    private int oldestUnacked() {
        return SequenceNumbers.distance(inFlight, oseqno);
    }

    boolean isEmpty() {
        return oldest == null;
    }

    boolean hasRoom() {
        return waiting == 0 && inFlight < MAX_IN_FLIGHT;
    }

    int inFlight() {
        return inFlight;
    }

    /** Appends a frame that waits to be sent; false if there are too many. */
    boolean offer(PendingFrame frame) {
        if (waiting == MAX_WAITING) {
            return false;
        }
        PendingFrame last = youngest;
        if (last == null) {
            oldest = frame;
        } else {
            last.next = frame;
        }
        youngest = frame;
        if (firstWaiting == null) {
            firstWaiting = frame;
        }
        waiting++;
        return true;
    }

    /**
     * Moves the next waiting frame into flight and numbers it.
     *
     * @param remoteCallKnown whether frames that need the remote's call number may go
     * @param rttMs           round trip, in ms
     * @param nowMs           the present
     * @return the frame, to be sent now; null if none may
     */
    @Nullable
    PendingFrame launch(boolean remoteCallKnown, int rttMs, long nowMs) {
        PendingFrame frame = firstWaiting;
        if (frame == null || inFlight == MAX_IN_FLIGHT || (frame.needsRemoteCall && !remoteCallKnown)) {
            return null;
        }
        firstWaiting = frame.next;
        waiting--;
        inFlight++;
        frame.oseqno = oseqno;
        oseqno = SequenceNumbers.next(oseqno);
        frame.transmissions = 1;
        frame.intervalMs = Math.clamp(2L * rttMs, MIN_INTERVAL_MS, MAX_INTERVAL_MS);
        frame.dueMs = nowMs + frame.intervalMs;
        return frame;
    }

    /**
     * Takes an ISeqno as acknowledgement of everything before it.
     *
     * @return false if it is none of the numbers in flight, nor the next: then it means nothing
     */
    boolean acknowledge(int iseqno) {
        int acknowledged = SequenceNumbers.distance(oldestUnacked(), iseqno);
        if (acknowledged > inFlight) {
            return false;
        }
        for (int i = 0; i < acknowledged; i++) {
            pool.give(removeOldest());
        }
        return true;
    }

    private PendingFrame removeOldest() {
        PendingFrame frame = oldest;
        if (frame == null) {
            throw new IllegalStateException("nothing in flight");
        }
        oldest = frame.next;
        if (oldest == null) {
            youngest = null;
        }
        inFlight--;
        return frame;
    }

    /** The oldest frame in flight, or null. */
    @Nullable
    PendingFrame firstInFlight() {
        return inFlight == 0 ? null : oldest;
    }

    /** The frame in flight after this one, or null. */
    @SuppressWarnings("ReferenceEquality") // nodes of a list
    @Nullable
    PendingFrame nextInFlight(PendingFrame frame) {
        return frame.next == firstWaiting ? null : frame.next;
    }

    /** When a frame in flight has to be sent again or given up; {@link #NEVER} if none is. */
    long nextDueMs() {
        long dueMs = NEVER;
        for (PendingFrame frame = firstInFlight(); frame != null; frame = nextInFlight(frame)) {
            dueMs = Math.min(dueMs, frame.dueMs);
        }
        return dueMs;
    }

    /** Counts one more transmission of a frame and sets when the next is due: the interval grows tenfold up to 10 s. */
    static void retransmitted(PendingFrame frame, long nowMs) {
        frame.transmissions++;
        frame.intervalMs = Math.min(frame.intervalMs * BACKOFF, MAX_INTERVAL_MS);
        frame.dueMs = nowMs + frame.intervalMs;
    }

    /**
     * Puts the only frame in flight back in front of those that wait, to become the first of a new stream.
     *
     * @return the frame, or null if there are more or none in flight
     */
    @Nullable
    PendingFrame restart() {
        PendingFrame frame = oldest;
        if (inFlight != 1 || frame == null) {
            return null;
        }
        inFlight = 0;
        waiting++;
        firstWaiting = frame;
        oseqno = 0;
        return frame;
    }

    /** Forgets everything. */
    void clear() {
        while (oldest != null) {
            PendingFrame frame = oldest;
            oldest = frame.next;
            pool.give(frame);
        }
        youngest = null;
        firstWaiting = null;
        inFlight = 0;
        waiting = 0;
    }

    /** Forgets the frames that wait. */
    void clearWaiting() {
        PendingFrame frame = firstWaiting;
        if (frame == null) {
            return;
        }
        PendingFrame last = null;
        for (PendingFrame each = firstInFlight(); each != null; each = nextInFlight(each)) {
            last = each;
        }
        while (frame != null) {
            PendingFrame following = frame.next;
            pool.give(frame);
            frame = following;
        }
        if (last == null) {
            oldest = null;
        } else {
            last.next = null;
        }
        youngest = last;
        firstWaiting = null;
        waiting = 0;
    }
}
