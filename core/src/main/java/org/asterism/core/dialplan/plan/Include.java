package org.asterism.core.dialplan.plan;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Another context that is searched after one's own extensions.
 *
 * @param context   the other context
 * @param text      as it was written, with its times
 * @param times     when it counts, or {@code null} for always
 * @param registrar who put it there
 */
public record Include(String context, String text, @Nullable CallTimes times, String registrar) {
    /**
     * Reads an include.
     *
     * @param text      {@code context[,times,weekdays,mdays,months[,timezone]]}
     * @param registrar who puts it there
     * @return the include
     */
    public static Include of(String text, String registrar) {
        int comma = text.indexOf(',');
        return comma < 0
                ? new Include(text, text, null, registrar)
                : new Include(text.substring(0, comma), text, CallTimes.of(text.substring(comma + 1)), registrar);
    }

    /**
     * Whether it counts at a time.
     *
     * @param now the time
     * @return whether the context is searched
     */
    public boolean counts(ZonedDateTime now) {
        return times == null || times.contains(now);
    }
}
