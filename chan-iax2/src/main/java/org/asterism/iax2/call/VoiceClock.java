package org.asterism.iax2.call;

/**
 * Timestamps of the audio we send, in ms of our side of the call. Audio that is made here is counted on from frame to frame, so
 * that it stays even although the loop wakes up unevenly; audio from another leg keeps the distances its sender gave it.
 */
final class VoiceClock {
    /** Counted time may be this far from the clock before it is set again. */
    private static final int TOLERANCE_MS = 160;
    /** A sender's clock may be this far from where it was before it is taken for another sender's. */
    private static final int OTHER_SENDER_MS = 1000;

    private long lastMs = -1;
    private long expectedMs;
    private boolean counting;
    private boolean following;
    private long lastSourceMs;
    private long lastElapsedMs;
    private long offsetMs;

    /** The timestamp that was given last; -1 before the first. */
    long lastMs() {
        return lastMs;
    }

    /**
     * The timestamp of a frame made here.
     *
     * @param durationMs its length
     * @param elapsedMs  the clock
     */
    long count(int durationMs, long elapsedMs) {
        long timestampMs = expectedMs;
        if (!counting || Math.abs(timestampMs - elapsedMs) > TOLERANCE_MS) {
            timestampMs = fresh(durationMs, elapsedMs);
            counting = true;
        }
        following = false;
        expectedMs = timestampMs + durationMs;
        lastMs = timestampMs;
        return timestampMs;
    }

    /**
     * The timestamp of a frame from another leg.
     *
     * @param sourceMs   its timestamp there
     * @param durationMs its length
     * @param elapsedMs  the clock
     */
    long follow(long sourceMs, int durationMs, long elapsedMs) {
        boolean sameSender =
                following && Math.abs((sourceMs - lastSourceMs) - (elapsedMs - lastElapsedMs)) <= OTHER_SENDER_MS;
        if (!sameSender) {
            offsetMs = fresh(durationMs, elapsedMs) - sourceMs;
            following = true;
        }
        counting = false;
        lastSourceMs = sourceMs;
        lastElapsedMs = elapsedMs;
        lastMs = sourceMs + offsetMs;
        return lastMs;
    }

    /** The next frame does not continue what was sent so far. */
    void pause() {
        counting = false;
        following = false;
    }

    private long fresh(int durationMs, long elapsedMs) {
        long grid = Math.max(1, durationMs);
        long rounded = (elapsedMs + grid - 1) / grid * grid;
        return Math.max(rounded, lastMs + grid);
    }
}
