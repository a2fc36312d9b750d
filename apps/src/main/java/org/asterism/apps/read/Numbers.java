package org.asterism.apps.read;

import org.asterism.core.channel.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the numbers among Read's arguments; what is none counts as not given, with a warning. */
final class Numbers {
    private static final Logger LOG = LoggerFactory.getLogger(Numbers.class);

    private Numbers() {}

    static int between(Channel channel, String what, String text, int min, int max) {
        if (text.isBlank()) {
            return 0;
        }
        try {
            int value = Integer.parseInt(text.trim());
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        LOG.warn("{}: Read: {} '{}' is no number from {} to {}", channel.name(), what, text, min, max);
        return 0;
    }

    /** {@return milliseconds; 0 where nothing usable is given} */
    static long seconds(Channel channel, String text) {
        if (text.isBlank()) {
            return 0;
        }
        try {
            double value = Double.parseDouble(text.trim());
            if (value >= 0 && value < Integer.MAX_VALUE) {
                return Math.round(value * 1000);
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        LOG.warn("{}: Read: timeout '{}' is no number of seconds", channel.name(), text);
        return 0;
    }
}
