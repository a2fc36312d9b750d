package org.asterism.iax2.wire;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The DATE TIME element (RFC 5456 section 8.6.28): local time of the sender with a resolution of two seconds.
 *
 * <pre>
 * year - 2000 (7) | month (4) | day (5) | hour (5) | minute (6) | second / 2 (5)
 * </pre>
 */
public final class DateTimeElement {
    private static final int BASE_YEAR = 2000;
    private static final int YEAR_SHIFT = 25;
    private static final int MONTH_SHIFT = 21;
    private static final int DAY_SHIFT = 16;
    private static final int HOUR_SHIFT = 11;
    private static final int MINUTE_SHIFT = 5;

    private DateTimeElement() {}

    /** The element's 32 bits for a time between 2000 and 2127. */
    public static long encode(LocalDateTime time) {
        return (long) (time.getYear() - BASE_YEAR & 0x7F) << YEAR_SHIFT
                | time.getMonthValue() << MONTH_SHIFT
                | time.getDayOfMonth() << DAY_SHIFT
                | time.getHour() << HOUR_SHIFT
                | time.getMinute() << MINUTE_SHIFT
                | time.getSecond() / 2;
    }

    /** The time of an element, or null if there is no such day or hour. */
    public static @Nullable LocalDateTime decode(long value) {
        try {
            return LocalDateTime.of(year(value), month(value), day(value), hour(value), minute(value), second(value));
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    /** The fields as Asterisk's debug output prints them, whether or not there is such a time. */
    static String print(long value) {
        return String.format(
                Locale.ROOT,
                "%04d-%02d-%02d  %02d:%02d:%02d",
                year(value),
                month(value),
                day(value),
                hour(value),
                minute(value),
                second(value));
    }

    private static int year(long value) {
        return (int) (value >>> YEAR_SHIFT & 0x7F) + BASE_YEAR;
    }

    private static int month(long value) {
        return (int) (value >>> MONTH_SHIFT & 0xF);
    }

    private static int day(long value) {
        return (int) (value >>> DAY_SHIFT & 0x1F);
    }

    private static int hour(long value) {
        return (int) (value >>> HOUR_SHIFT & 0x1F);
    }

    private static int minute(long value) {
        return (int) (value >>> MINUTE_SHIFT & 0x3F);
    }

    private static int second(long value) {
        return (int) (value & 0x1F) * 2;
    }
}
