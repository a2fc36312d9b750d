package org.asterism.core.channel;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a channel's thread waits: until an event comes, the time is over, or the call ends, has lasted as long as it may, or is wanted
 * elsewhere in the dialplan. Only that thread waits; the end of the call may be set by any thread.
 */
final class ChannelWait {
    private static final long WITHOUT_END = Long.MAX_VALUE;
    private static final long NANOS_PER_MS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Channel channel;
    /** When the call is to end, of {@link System#nanoTime}; 0 for never. */
    private volatile long endNanos;

    ChannelWait(Channel channel) {
        this.channel = channel;
    }

    /** Has the call end after a time in ms, 0 for no limit. */
    void endIn(long milliseconds) {
        endNanos = milliseconds == 0 ? 0 : System.nanoTime() + milliseconds * NANOS_PER_MS | 1;
    }

    /** {@return ms that {@link #endIn} leaves the call, negative once they are over; 0 for no limit} */
    long endLeft() {
        long end = endNanos;
        if (end == 0) {
            return 0;
        }
        long left = end - System.nanoTime();
        return left <= 0 ? -1 : toMillis(left);
    }

    /** Waits for the next event as {@link Channel#await} says. */
    @Nullable
    ChannelEvent next(long timeoutMs) {
        long deadline = timeoutMs < 0 ? WITHOUT_END : System.nanoTime() + timeoutMs * NANOS_PER_MS;
        while (true) {
            checkAlive();
            long now = System.nanoTime();
            long left = deadline == WITHOUT_END ? WITHOUT_END : deadline - now;
            long end = endNanos;
            if (end != 0) {
                left = Math.min(left, end - now);
            }
            ChannelEvent event = poll(left == WITHOUT_END ? Mailbox.WITHOUT_END : Math.max(0, toMillis(left)));
            if (event == null) {
                checkAlive();
                if (deadline != WITHOUT_END && System.nanoTime() - deadline >= 0) {
                    return null;
                }
            } else if (event.channel() != channel || event.kind() != ChannelEvent.Kind.HANGUP) {
                return event;
            }
        }
    }

    /** Lets time pass as {@link Channel#pause} says. */
    void pause(long milliseconds) {
        long deadline = System.nanoTime() + milliseconds * NANOS_PER_MS;
        long left = milliseconds;
        while (left > 0) {
            next(left);
            left = toMillis(deadline - System.nanoTime());
        }
    }

    /** Rounds up, so that nobody wakes a moment too early and has to wait again. */
    private static long toMillis(long nanos) {
        return (nanos + NANOS_PER_MS - 1) / NANOS_PER_MS;
    }

    private void checkAlive() {
        if (channel.hungUp()) {
            throw new ChannelHungUp(channel.name());
        }
        long end = endNanos; // once: another thread may lift the limit meanwhile
        if (end != 0 && System.nanoTime() - end >= 0) {
            endNanos = 0;
            throw new AbsoluteTimeout(channel.name());
        }
        if (channel.redirected()) {
            throw new ChannelRedirected(channel.name());
        }
    }

    private @Nullable ChannelEvent poll(long timeoutMs) {
        try {
            return channel.mailbox().poll(timeoutMs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            channel.interrupted();
            throw new ChannelHungUp(channel.name());
        }
    }
}
