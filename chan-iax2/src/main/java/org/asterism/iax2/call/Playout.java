package org.asterism.iax2.call;

import org.asterism.core.media.MediaFrame;
import org.asterism.core.media.MediaSource;
import org.asterism.core.time.Timer;
import org.jspecify.annotations.Nullable;

/** Sends a source's audio, 20 ms at a time, on a schedule that does not drift. */
final class Playout extends Timer {
    private static final int PERIOD_MS = 20;
    /** How many periods may be caught up at once when the loop was late; more are given up. */
    private static final int MOST_CAUGHT_UP = 5;

    private final MediaSession session;
    private @Nullable MediaSource source;
    private int number;

    Playout(MediaSession session) {
        this.session = session;
    }

    void play(@Nullable MediaSource newSource, int newNumber) {
        source = newSource;
        number = newNumber;
        if (newSource == null) {
            session.shard().timers().cancel(this);
        } else {
            session.shard().timers().schedule(this, session.shard().nowMs());
        }
    }

    void stop() {
        play(null, 0);
    }

    @Override
    protected void expire(long nowMs) {
        long dueMs = deadlineMs();
        for (int i = 0; i < MOST_CAUGHT_UP && dueMs <= nowMs; i++) {
            MediaSource playing = source;
            if (playing == null) {
                return;
            }
            MediaFrame frame = playing.next();
            if (frame == null) {
                source = null;
                session.sourceEnded(number);
                return;
            }
            session.sendMade(frame, PERIOD_MS);
            dueMs += PERIOD_MS;
        }
        session.shard().timers().schedule(this, Math.max(dueMs, nowMs));
    }
}
