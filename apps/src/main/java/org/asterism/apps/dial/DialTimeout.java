package org.asterism.apps.dial;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The timeout argument of Dial: seconds, maybe with a fraction. */
final class DialTimeout {
    /** Without end. */
    static final long ENDLESS = -1;

    private static final Logger LOG = LoggerFactory.getLogger(DialTimeout.class);

    private DialTimeout() {}

    /**
     * Reads it; what is no number is warned of and means without end.
     *
     * @param channelName for the warning
     * @param text        the argument, may be empty; what follows a {@code ^} is left out
     * @return milliseconds, or {@link #ENDLESS}
     */
    static long milliseconds(String channelName, String text) {
        int caret = text.indexOf('^');
        String seconds = (caret < 0 ? text : text.substring(0, caret)).trim();
        if (seconds.isEmpty()) {
            return ENDLESS;
        }
        try {
            double value = Double.parseDouble(seconds);
            if (value > 0 && value < Integer.MAX_VALUE) {
                return Math.max(1, Math.round(value * 1000));
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        LOG.warn("{}: Dial: '{}' is no timeout in seconds; it rings without end", channelName, text);
        return ENDLESS;
    }
}
