package org.asterism.iax2.engine;

/**
 * The timestamps of what one side of a dialog sends: milliseconds since its start, never going back in full frames (RFC 5456 section
 * 8.1.1; the steps are Asterisk's).
 */
public final class DialogClock {
    private static final int START_GRID_MS = 20;
    private static final int STEP_MS = 3;
    /** A signal this close to the last frame follows it instead of the clock, so that it keeps its place in the audio. */
    private static final int SAME_MOMENT_MS = 160;

    private final long startMs;
    private long lastSentMs;

    DialogClock(long nowMs) {
        startMs = nowMs - nowMs % START_GRID_MS;
    }

    /**
     * Time since the start.
     *
     * @param nowMs the loop's time
     * @return ms
     */
    public long elapsedMs(long nowMs) {
        return nowMs - startMs;
    }

    /** {@return the last timestamp that was sent, in ms} */
    public long lastSentMs() {
        return lastSentMs;
    }

    /**
     * Notes that media was sent.
     *
     * @param timestampMs its timestamp
     */
    public void sent(long timestampMs) {
        lastSentMs = timestampMs;
    }

    /** The timestamp of a frame of type IAX. */
    long protocol(long nowMs) {
        long timestampMs = elapsedMs(nowMs);
        if (timestampMs <= lastSentMs) {
            timestampMs = lastSentMs + STEP_MS;
        }
        lastSentMs = timestampMs;
        return timestampMs;
    }

    /** The timestamp of a DTMF, control or text frame. */
    long signal(long nowMs) {
        long timestampMs = elapsedMs(nowMs);
        if (Math.abs(timestampMs - lastSentMs) <= SAME_MOMENT_MS) {
            timestampMs = lastSentMs + STEP_MS;
        }
        lastSentMs = timestampMs;
        return timestampMs;
    }
}
