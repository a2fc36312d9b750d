package org.asterism.core.time;

/**
 * A hierarchical timer wheel of 1 ms resolution. NOT thread safe: the thread that advances it owns it and its timers.
 *
 * <p>Each of the eleven levels has 64 buckets and covers one base-64 digit of the deadline, so every deadline a long can say has
 * a place and no list is ever searched. A timer lies at the level of the highest digit in which its deadline differs from the
 * present; when the present reaches a bucket of an upper level, its timers move down. Scheduling, cancelling and the next
 * deadline are a few instructions each, whatever the number of timers, and allocate nothing.
 *
 * <p>Timers expire in the order of their deadlines, those of one millisecond in the order in which they were scheduled, never
 * early. A timer whose deadline has already passed when it is scheduled expires at the next {@link #advance}, even if that comes
 * within the same millisecond; one scheduled from inside an expiry with a deadline that is not in the future waits for the next
 * call, so that an advance always ends.
 *
 * <p>The scheme is that of Varghese and Lauck, "Hashed and Hierarchical Timing Wheels" (1987), scheme 7.
 */
public final class TimerWheel {

    /** What {@link #nextDeadlineMs} answers when nothing is scheduled. */
    public static final long NO_DEADLINE = Long.MAX_VALUE;

    private static final int DIGIT_BITS = 6;
    private static final int BUCKETS = 1 << DIGIT_BITS;
    private static final int DIGIT_MASK = BUCKETS - 1;
    private static final int LEVELS = (Long.SIZE + DIGIT_BITS - 1) / DIGIT_BITS;

    private final Bucket[] buckets = new Bucket[LEVELS * BUCKETS];
    private final long[] occupied = new long[LEVELS];
    /** Timers whose deadline had passed when they were scheduled. */
    private final Bucket due = new Bucket(LEVELS, 0);
    /** Timers the running advance has found; not empty between calls only if an expiry threw. */
    private final Bucket expiring = new Bucket(LEVELS, 0);

    /** The time of the last advance; all later deadlines lie in the buckets. */
    private long tickMs;

    private int size;

    /**
     * Creates an empty wheel.
     *
     * @param nowMs the present, in ms of the clock that will advance it, not negative
     * @throws IllegalArgumentException if it is negative
     */
    public TimerWheel(long nowMs) {
        if (nowMs < 0) {
            throw new IllegalArgumentException("a timer wheel starts at 0 ms or later, not at " + nowMs);
        }
        this.tickMs = nowMs;
        for (int level = 0; level < LEVELS; level++) {
            for (int slot = 0; slot < BUCKETS; slot++) {
                buckets[level * BUCKETS + slot] = new Bucket(level, slot);
            }
        }
    }

    /**
     * Schedules a timer; one that already waits is moved.
     *
     * @param timer      a timer that is not in another wheel
     * @param deadlineMs when it shall expire, in ms of the wheel's clock
     */
    public void schedule(Timer timer, long deadlineMs) {
        if (timer.next != null) {
            unlink(timer);
        } else {
            size++;
        }
        timer.deadlineMs = deadlineMs;
        if (deadlineMs <= tickMs) {
            due.append(timer);
        } else {
            insert(timer);
        }
    }

    /**
     * Takes a timer out.
     *
     * @param timer a timer of this wheel, or one that is not scheduled
     * @return whether it was waiting
     */
    public boolean cancel(Timer timer) {
        if (timer.next == null) {
            return false;
        }
        unlink(timer);
        size--;
        return true;
    }

    /**
     * Lets everything expire whose deadline has come. Whatever an expiry throws reaches the caller; the timers it kept from
     * expiring do so at the next call.
     *
     * @param nowMs the present, in ms; a reading before the last one counts as the last one
     * @return how many timers expired
     */
    public int advance(long nowMs) {
        long horizonMs = Math.max(tickMs, nowMs);
        if (size == 0) {
            tickMs = horizonMs;
            return 0;
        }
        collect(horizonMs);
        int expired = 0;
        for (Timer timer = expiring.first(); timer != expiring; timer = expiring.first()) {
            unlink(timer);
            size--;
            expired++;
            timer.expire(horizonMs);
        }
        return expired;
    }

    /**
     * When {@link #advance} should be called next. For a timer further away than its level's resolution this is the moment at
     * which it moves down a level: early at most once per level, never late.
     *
     * @return in ms; {@link #NO_DEADLINE} if nothing waits
     */
    public long nextDeadlineMs() {
        return due.isEmpty() && expiring.isEmpty() ? nextBucketMs() : tickMs;
    }

    /**
     * How many timers wait.
     *
     * @return the count
     */
    public int size() {
        return size;
    }

    /** Moves all timers with deadlines up to the horizon to {@link #expiring}, in their order. */
    private void collect(long horizonMs) {
        expiring.takeAll(due);
        for (long nextMs = nextBucketMs(); nextMs <= horizonMs; nextMs = nextBucketMs()) {
            tickMs = nextMs;
            int level = lowestOccupiedLevel();
            int slot = Long.numberOfTrailingZeros(occupied[level]);
            occupied[level] &= ~(1L << slot);
            Bucket bucket = buckets[level * BUCKETS + slot];
            if (level == 0) {
                expiring.takeAll(bucket);
            } else {
                moveDown(bucket);
            }
        }
        tickMs = horizonMs;
    }

    private void moveDown(Bucket bucket) {
        for (Timer timer = bucket.first(); timer != bucket; timer = bucket.first()) {
            Bucket.remove(timer);
            if (timer.deadlineMs == tickMs) {
                expiring.append(timer);
            } else {
                insert(timer);
            }
        }
    }

    private void insert(Timer timer) {
        int level = (Long.SIZE - 1 - Long.numberOfLeadingZeros(timer.deadlineMs ^ tickMs)) / DIGIT_BITS;
        int slot = (int) (timer.deadlineMs >>> (level * DIGIT_BITS)) & DIGIT_MASK;
        occupied[level] |= 1L << slot;
        buckets[level * BUCKETS + slot].append(timer);
    }

    @SuppressWarnings("ReferenceEquality") // nodes of a list
    private void unlink(Timer timer) {
        // The last of a bucket has the bucket itself on both sides.
        if (timer.next == timer.previous && timer.next instanceof Bucket bucket && bucket.level < LEVELS) {
            occupied[bucket.level] &= ~(1L << bucket.slot);
        }
        Bucket.remove(timer);
    }

    private int lowestOccupiedLevel() {
        int level = 0;
        while (level < LEVELS && occupied[level] == 0) {
            level++;
        }
        return level;
    }

    private long nextBucketMs() {
        int level = lowestOccupiedLevel();
        if (level == LEVELS) {
            return NO_DEADLINE;
        }
        int shift = level * DIGIT_BITS;
        long upperDigits = level == LEVELS - 1 ? 0 : tickMs & (-1L << (shift + DIGIT_BITS));
        return upperDigits | ((long) Long.numberOfTrailingZeros(occupied[level]) << shift);
    }
}
