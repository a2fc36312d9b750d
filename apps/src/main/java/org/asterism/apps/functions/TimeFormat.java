package org.asterism.apps.functions;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.time.temporal.WeekFields;
import java.util.Locale;
import org.asterism.core.dialplan.FunctionFailed;
import org.jspecify.annotations.Nullable;

/** C's strftime and strptime in English, with Asterisk's {@code %q}. */
final class TimeFormat {
    private static final Locale ENGLISH = Locale.ENGLISH;

    private TimeFormat() {}

    static String format(ZonedDateTime time, String format) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                result.append(c);
                continue;
            }
            char conversion = format.charAt(++i);
            if (conversion >= '1' && conversion <= '9' && i + 1 < format.length() && format.charAt(i + 1) == 'q') {
                i++;
                result.append(fraction(time, conversion - '0'));
            } else {
                String text = convert(time, conversion);
                result.append(text == null ? "%" + conversion : text);
            }
        }
        return result.toString();
    }

    private static @Nullable String convert(ZonedDateTime time, char conversion) {
        return switch (conversion) {
            case 'a' -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, ENGLISH);
            case 'A' -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, ENGLISH);
            case 'b', 'h' -> time.getMonth().getDisplayName(TextStyle.SHORT, ENGLISH);
            case 'B' -> time.getMonth().getDisplayName(TextStyle.FULL, ENGLISH);
            case 'c' -> format(time, "%a %b %e %H:%M:%S %Y");
            case 'C' -> two(time.getYear() / 100);
            case 'd' -> two(time.getDayOfMonth());
            case 'D', 'x' -> format(time, "%m/%d/%y");
            case 'e' -> blankTwo(time.getDayOfMonth());
            case 'F' -> format(time, "%Y-%m-%d");
            case 'g' -> two(time.get(IsoFields.WEEK_BASED_YEAR) % 100);
            case 'G' -> String.valueOf(time.get(IsoFields.WEEK_BASED_YEAR));
            case 'H' -> two(time.getHour());
            case 'I' -> two(time.get(ChronoField.CLOCK_HOUR_OF_AMPM));
            case 'j' -> String.format(ENGLISH, "%03d", time.getDayOfYear());
            case 'k' -> blankTwo(time.getHour());
            case 'l' -> blankTwo(time.get(ChronoField.CLOCK_HOUR_OF_AMPM));
            case 'm' -> two(time.getMonthValue());
            case 'M' -> two(time.getMinute());
            case 'n' -> "\n";
            case 'p' -> time.getHour() < 12 ? "AM" : "PM";
            case 'P' -> time.getHour() < 12 ? "am" : "pm";
            case 'q' -> fraction(time, 3);
            case 'r' -> format(time, "%I:%M:%S %p");
            case 'R' -> format(time, "%H:%M");
            case 's' -> String.valueOf(time.toEpochSecond());
            case 'S' -> two(time.getSecond());
            case 't' -> "\t";
            case 'T', 'X' -> format(time, "%H:%M:%S");
            case 'u' -> String.valueOf(time.getDayOfWeek().getValue());
            case 'U' -> two(time.get(WeekFields.of(DayOfWeek.SUNDAY, 7).weekOfYear()));
            case 'V' -> two(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case 'w' -> String.valueOf(time.getDayOfWeek().getValue() % 7);
            case 'W' -> two(time.get(WeekFields.of(DayOfWeek.MONDAY, 7).weekOfYear()));
            case 'y' -> two(time.getYear() % 100);
            case 'Y' -> String.valueOf(time.getYear());
            case 'z' -> DateTimeFormatter.ofPattern("xx", ENGLISH).format(time);
            case 'Z' -> DateTimeFormatter.ofPattern("zzz", ENGLISH).format(time);
            case '%' -> "%";
            default -> null;
        };
    }

    static ZonedDateTime parse(String text, ZoneId zone, String format) throws FunctionFailed {
        try {
            TemporalAccessor read = parser(format).parse(text);
            if (read.isSupported(ChronoField.INSTANT_SECONDS)) {
                return ZonedDateTime.ofInstant(Instant.from(read), zone);
            }
            LocalDate date = read.query(TemporalQueries.localDate());
            LocalTime time = read.query(TemporalQueries.localTime());
            if (date == null) {
                throw new FunctionFailed("STRPTIME() found no time specified within the string '" + text + "'");
            }
            return ZonedDateTime.of(date, time == null ? LocalTime.MIDNIGHT : time, zone);
        } catch (DateTimeException e) {
            throw new FunctionFailed("STRPTIME() cannot read '" + text + "' as '" + format + "'");
        }
    }

    private static DateTimeFormatter parser(String format) throws FunctionFailed {
        DateTimeFormatterBuilder builder =
                new DateTimeFormatterBuilder().parseCaseInsensitive().parseLenient();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                builder.appendLiteral(c);
                continue;
            }
            char conversion = format.charAt(++i);
            switch (conversion) {
                case 'Y' -> builder.appendPattern("uuuu");
                case 'y' -> builder.appendPattern("uu");
                case 'm' -> builder.appendValue(ChronoField.MONTH_OF_YEAR, 1, 2, SignStyle.NEVER);
                case 'd', 'e' -> builder.appendValue(ChronoField.DAY_OF_MONTH, 1, 2, SignStyle.NEVER);
                case 'H', 'k' -> builder.appendValue(ChronoField.HOUR_OF_DAY, 1, 2, SignStyle.NEVER);
                case 'I', 'l' -> builder.appendValue(ChronoField.CLOCK_HOUR_OF_AMPM, 1, 2, SignStyle.NEVER);
                case 'M' -> builder.appendValue(ChronoField.MINUTE_OF_HOUR, 1, 2, SignStyle.NEVER);
                case 'S' -> builder.appendValue(ChronoField.SECOND_OF_MINUTE, 1, 2, SignStyle.NEVER);
                case 'p' -> builder.appendText(ChronoField.AMPM_OF_DAY);
                case 'b', 'h' -> builder.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.SHORT);
                case 'B' -> builder.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.FULL);
                case 'a' -> builder.appendText(ChronoField.DAY_OF_WEEK, TextStyle.SHORT);
                case 'A' -> builder.appendText(ChronoField.DAY_OF_WEEK, TextStyle.FULL);
                case 's' -> builder.appendValue(ChronoField.INSTANT_SECONDS);
                case 'F' -> builder.append(parser("%Y-%m-%d"));
                case 'T' -> builder.append(parser("%H:%M:%S"));
                case 'R' -> builder.append(parser("%H:%M"));
                case 'D' -> builder.append(parser("%m/%d/%y"));
                case '%' -> builder.appendLiteral('%');
                default -> throw new FunctionFailed("STRPTIME() does not know %" + conversion);
            }
        }
        return builder.toFormatter(ENGLISH);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private static String blankTwo(int number) {
        return number < 10 ? " " + number : String.valueOf(number);
    }

    private static String fraction(ZonedDateTime time, int digits) {
        return String.format(ENGLISH, "%09d", time.getNano()).substring(0, digits);
    }
}
