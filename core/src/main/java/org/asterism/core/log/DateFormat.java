package org.asterism.core.log;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * A date format in strftime's language, as {@code dateformat} of logger.conf: {@code %b %e %T}, {@code %F %T.%3q}. {@code %3q} are
 * milliseconds, {@code %6q} microseconds. What follows an unknown letter is printed as it stands.
 */
public final class DateFormat {
    private static final Locale LOCALE = Locale.ENGLISH;

    private final DateTimeFormatter formatter;

    private DateFormat(DateTimeFormatter formatter) {
        this.formatter = formatter;
    }

    /**
     * Reads a format.
     *
     * @param pattern in strftime's language
     * @return the format
     */
    public static DateFormat of(String pattern) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i++);
            if (c != '%' || i == pattern.length()) {
                builder.appendLiteral(c);
                continue;
            }
            int digits = 0;
            int start = i;
            while (i < pattern.length() - 1 && Character.isDigit(pattern.charAt(i))) {
                digits = digits * 10 + pattern.charAt(i++) - '0';
            }
            if (!append(builder, pattern.charAt(i++), digits)) {
                builder.appendLiteral("%" + pattern.substring(start, i));
            }
        }
        return new DateFormat(builder.toFormatter(LOCALE));
    }

    /**
     * Formats a time.
     *
     * @param time with its zone
     * @return as text
     */
    public String format(ZonedDateTime time) {
        return formatter.format(time);
    }

    /**
     * Formats a time of this machine's zone.
     *
     * @param instant the time
     * @return as text
     */
    public String format(java.time.Instant instant) {
        return formatter.format(instant.atZone(ZoneId.systemDefault()));
    }

    private static boolean append(DateTimeFormatterBuilder to, char letter, int digits) {
        switch (letter) {
            case 'Y' -> to.appendValue(ChronoField.YEAR, 4);
            case 'y' -> to.appendPattern("uu");
            case 'm' -> to.appendValue(ChronoField.MONTH_OF_YEAR, 2);
            case 'd' -> to.appendValue(ChronoField.DAY_OF_MONTH, 2);
            case 'e' -> to.padNext(2).appendValue(ChronoField.DAY_OF_MONTH);
            case 'j' -> to.appendValue(ChronoField.DAY_OF_YEAR, 3);
            case 'H' -> to.appendValue(ChronoField.HOUR_OF_DAY, 2);
            case 'k' -> to.padNext(2).appendValue(ChronoField.HOUR_OF_DAY);
            case 'I' -> to.appendValue(ChronoField.CLOCK_HOUR_OF_AMPM, 2);
            case 'l' -> to.padNext(2).appendValue(ChronoField.CLOCK_HOUR_OF_AMPM);
            case 'M' -> to.appendValue(ChronoField.MINUTE_OF_HOUR, 2);
            case 'S' -> to.appendValue(ChronoField.SECOND_OF_MINUTE, 2);
            case 'q' ->
                to.appendFraction(
                        ChronoField.NANO_OF_SECOND,
                        digits == 0 ? 3 : Math.min(digits, 9),
                        digits == 0 ? 3 : Math.min(digits, 9),
                        false);
            case 'p' -> to.appendText(ChronoField.AMPM_OF_DAY);
            case 'b', 'h' -> to.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.SHORT);
            case 'B' -> to.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.FULL);
            case 'a' -> to.appendText(ChronoField.DAY_OF_WEEK, TextStyle.SHORT);
            case 'A' -> to.appendText(ChronoField.DAY_OF_WEEK, TextStyle.FULL);
            case 'u' -> to.appendValue(ChronoField.DAY_OF_WEEK);
            case 'V' -> to.appendValue(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 2);
            case 'G' -> to.appendValue(IsoFields.WEEK_BASED_YEAR, 4);
            case 's' -> to.appendValue(ChronoField.INSTANT_SECONDS);
            case 'z' -> to.appendOffset("+HHMM", "+0000");
            case 'Z' -> to.appendZoneText(TextStyle.SHORT);
            case 'T' -> to.appendPattern("HH:mm:ss");
            case 'R' -> to.appendPattern("HH:mm");
            case 'r' -> to.appendPattern("hh:mm:ss a");
            case 'F' -> to.appendPattern("uuuu-MM-dd");
            case 'D', 'x' -> to.appendPattern("MM/dd/uu");
            case 'X' -> to.appendPattern("HH:mm:ss");
            case 'c' -> to.appendPattern("EEE MMM ppd HH:mm:ss uuuu");
            case 'n' -> to.appendLiteral('\n');
            case 't' -> to.appendLiteral('\t');
            case '%' -> to.appendLiteral('%');
            default -> {
                return false;
            }
        }
        return true;
    }
}
