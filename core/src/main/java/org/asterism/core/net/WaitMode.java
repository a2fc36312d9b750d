package org.asterism.core.net;

import java.util.Locale;

/** How an event loop spends the time between datagrams: CPU against latency. */
public enum WaitMode {
    /** Sleeps in the kernel whenever nothing is there: lowest latency at low rates, one wake-up for nearly every datagram. */
    BLOCKING,
    /** Once datagrams arrive, naps to the next tick before it looks again: about half the CPU, up to one tick of latency. */
    TICK,
    /** Never sleeps: for a core of its own. */
    SPINNING,
    /** BLOCKING while that wakes up seldom, TICK while it would wake up several times in a tick. */
    ADAPTIVE;

    /**
     * The mode a configuration word means.
     *
     * @param word the name in any case
     * @return the mode
     * @throws IllegalArgumentException if there is no such mode; the message lists those there are
     */
    public static WaitMode parse(String word) {
        for (WaitMode mode : values()) {
            if (mode.word().equalsIgnoreCase(word.strip())) {
                return mode;
            }
        }
        throw new IllegalArgumentException(
                "unknown waiting strategy '" + word + "': there are blocking, tick, spinning and adaptive");
    }

    /** {@return the configuration word} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
