package org.asterism.iax2.wire;

/**
 * Full timestamps from the shortened ones of mini frames (RFC 5456 section 8.1.2). The missing bits are those of the
 * last timestamp received; a result too far from it is moved by one window. All values are milliseconds, 32 bits
 * unsigned, and wrap after 49.7 days.
 */
public final class Timestamps {
    private static final int AUDIO_BITS = 16;
    private static final int AUDIO_LIMIT_MS = 50_000;
    private static final int VIDEO_BITS = 15;
    private static final int VIDEO_LIMIT_MS = 25_000;

    private Timestamps() {}

    /**
     * The timestamp of an audio mini frame or a trunk entry.
     *
     * @param low    16 bits from the frame.
     * @param lastMs last timestamp of the sender's own clock that was received on the call.
     */
    public static long unwrapAudio(int low, long lastMs) {
        return unwrap(low, lastMs, AUDIO_BITS, AUDIO_LIMIT_MS);
    }

    /**
     * The timestamp of a video mini frame.
     *
     * @param low    15 bits from the frame.
     * @param lastMs last timestamp of the sender's own clock that was received on the call.
     */
    public static long unwrapVideo(int low, long lastMs) {
        return unwrap(low, lastMs, VIDEO_BITS, VIDEO_LIMIT_MS);
    }

    private static long unwrap(int low, long lastMs, int bits, int limitMs) {
        int window = 1 << bits;
        int last = (int) lastMs;
        int timestamp = (last & -window) | low;
        int ahead = timestamp - last;
        if (ahead < -limitMs) {
            timestamp += window;
        } else if (ahead > limitMs) {
            timestamp -= window;
        }
        return timestamp & 0xFFFF_FFFFL;
    }

    /** Whether an audio mini frame is not enough: the upper 16 bits changed since the last frame sent. */
    public static boolean needsFullVoice(long previousMs, long nextMs) {
        return (int) previousMs >>> AUDIO_BITS != (int) nextMs >>> AUDIO_BITS;
    }

    /** Whether a video mini frame is not enough: the upper 17 bits changed since the last frame sent. */
    public static boolean needsFullVideo(long previousMs, long nextMs) {
        return (int) previousMs >>> VIDEO_BITS != (int) nextMs >>> VIDEO_BITS;
    }
}
