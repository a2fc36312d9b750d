package org.asterism.core.dialplan.builtin;

import java.math.BigDecimal;
import org.asterism.core.dialplan.ApplicationFailed;

/** Durations as applications take them: seconds with a fraction. */
final class Seconds {
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);
    private static final BigDecimal LONGEST = BigDecimal.valueOf(365L * 24 * 3_600 * 1_000);
    private static final int MAX_LENGTH = 20;

    private Seconds() {}

    /** Milliseconds of a text; {@code absent} for an empty one. */
    static long millis(String application, String text, long absent) throws ApplicationFailed {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return absent;
        }
        try {
            if (trimmed.length() <= MAX_LENGTH && trimmed.indexOf('e') < 0 && trimmed.indexOf('E') < 0) {
                BigDecimal millis = new BigDecimal(trimmed).multiply(MILLIS);
                return Math.max(0, millis.min(LONGEST).longValue());
            }
        } catch (NumberFormatException e) {
            throw notSeconds(application, trimmed);
        }
        throw notSeconds(application, trimmed);
    }

    private static ApplicationFailed notSeconds(String application, String text) {
        return new ApplicationFailed(application + " takes seconds, such as 2.5, but was given '" + text + "'");
    }
}
