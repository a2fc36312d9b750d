package org.asterism.core.dialplan;

import org.asterism.core.channel.Channel;

/** How long a channel waits for digits: TIMEOUT(digit) between two, TIMEOUT(response) for the first. Any thread. */
public final class DigitTimeouts {
    private static final long DIGIT_MS = 5_000;
    private static final long RESPONSE_MS = 10_000;

    private volatile long digitMs = DIGIT_MS;
    private volatile long responseMs = RESPONSE_MS;

    private DigitTimeouts() {}

    /**
     * The timeouts of a channel.
     *
     * @param channel the channel
     * @return its timeouts
     */
    public static DigitTimeouts of(Channel channel) {
        return channel.attachments().get(DigitTimeouts.class, DigitTimeouts::new);
    }

    /** {@return milliseconds to wait for a further digit} */
    public long digitMs() {
        return digitMs;
    }

    /**
     * Sets how long to wait for a further digit.
     *
     * @param milliseconds how long; 0 for Asterisk's 5 s
     */
    public void digitMs(long milliseconds) {
        digitMs = milliseconds <= 0 ? DIGIT_MS : milliseconds;
    }

    /** {@return milliseconds to wait for the first digit} */
    public long responseMs() {
        return responseMs;
    }

    /**
     * Sets how long to wait for the first digit.
     *
     * @param milliseconds how long; 0 for Asterisk's 10 s
     */
    public void responseMs(long milliseconds) {
        responseMs = milliseconds <= 0 ? RESPONSE_MS : milliseconds;
    }
}
