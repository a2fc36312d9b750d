package org.asterism.iax2.engine;

import java.util.ArrayDeque;
import org.asterism.core.time.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Dialogs that are over but still known, so that a HANGUP, REJECT or REGACK whose acknowledgement was lost is acknowledged when it
 * comes again, and a late copy of a NEW does not begin a second call. A remote gives up after 32 s (Asterisk's schedule); until then
 * the call number is not used again. Bounded: under a storm of short calls the oldest go early.
 */
final class EndedDialogs extends Timer {
    static final int KEPT_MS = 32_000;

    private static final int MOST_KEPT = 1 << 16;

    private record Ended(Dialog dialog, long forgetAtMs) {}

    private final Iax2Shard shard;
    private final ArrayDeque<Ended> oldestFirst = new ArrayDeque<>();

    EndedDialogs(Iax2Shard shard) {
        this.shard = shard;
    }

    void add(Dialog dialog) {
        if (oldestFirst.size() == MOST_KEPT) {
            forgetOldest();
        }
        oldestFirst.add(new Ended(dialog, shard.nowMs() + KEPT_MS));
        if (!isScheduled()) {
            schedule();
        }
    }

    int size() {
        return oldestFirst.size();
    }

    private void forgetOldest() {
        shard.forget(oldestFirst.remove().dialog);
    }

    private void schedule() {
        @Nullable Ended first = oldestFirst.peek();
        if (first != null) {
            shard.timers().schedule(this, first.forgetAtMs);
        }
    }

    @Override
    protected void expire(long nowMs) {
        while (!oldestFirst.isEmpty() && oldestFirst.element().forgetAtMs <= nowMs) {
            forgetOldest();
        }
        schedule();
    }
}
