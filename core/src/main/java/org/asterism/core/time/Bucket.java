package org.asterism.core.time;

import java.util.Objects;

/** Head of a circular list of timers; as a node of it, it closes the circle. */
final class Bucket extends Timer {

    final int level;
    final int slot;

    Bucket(int level, int slot) {
        this.level = level;
        this.slot = slot;
        clear();
    }

    boolean isEmpty() {
        return next == this;
    }

    /** The oldest timer, or the bucket itself if there is none. */
    Timer first() {
        return Objects.requireNonNull(next);
    }

    void append(Timer timer) {
        Timer last = Objects.requireNonNull(previous);
        timer.previous = last;
        timer.next = this;
        last.next = timer;
        previous = timer;
    }

    /** Appends all timers of another bucket in their order and leaves that empty. */
    void takeAll(Bucket other) {
        if (other.isEmpty()) {
            return;
        }
        Timer last = Objects.requireNonNull(previous);
        Timer otherFirst = other.first();
        Timer otherLast = Objects.requireNonNull(other.previous);
        last.next = otherFirst;
        otherFirst.previous = last;
        otherLast.next = this;
        previous = otherLast;
        other.clear();
    }

    static void remove(Timer timer) {
        Timer before = Objects.requireNonNull(timer.previous);
        Timer after = Objects.requireNonNull(timer.next);
        before.next = after;
        after.previous = before;
        timer.next = null;
        timer.previous = null;
    }

    @Override
    protected void expire(long nowMs) {
        throw new IllegalStateException("a bucket does not expire");
    }

    private void clear() {
        next = this;
        previous = this;
    }
}
