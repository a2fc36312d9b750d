package org.asterism.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Durations as {@code core show uptime} prints them. */
final class Uptime {
    private static final List<String> UNITS = List.of("year", "week", "day", "hour", "minute", "second");
    private static final long[] SECONDS = {31_536_000, 604_800, 86_400, 3_600, 60, 1};

    private Uptime() {}

    /**
     * Words for a duration.
     *
     * @param duration not negative
     * @return such as {@code 4 minutes, 57 seconds}
     */
    static String words(Duration duration) {
        long left = duration.toSeconds();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < SECONDS.length; i++) {
            long count = left / SECONDS[i];
            left -= count * SECONDS[i];
            if (count > 0) {
                parts.add(count + " " + UNITS.get(i) + (count == 1 ? "" : "s"));
            }
        }
        return parts.isEmpty() ? "0 seconds" : String.join(", ", parts);
    }
}
