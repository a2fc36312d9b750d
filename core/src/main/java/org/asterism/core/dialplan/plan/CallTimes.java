package org.asterism.core.dialplan.plan;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Times at which something counts, as {@code include}, GotoIfTime and IFTIME write them:
 * {@code times,weekdays,days of the month,months[,timezone]}, each part {@code *} or ranges joined with {@code &}. Ranges may
 * wrap around, and their last minute, day or month counts. Immutable.
 */
public final class CallTimes {
    private static final int MINUTES = 24 * 60;
    private static final int PARTS = 4;
    private static final List<String> WEEKDAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private final BitSet minutes = new BitSet(MINUTES);
    private final BitSet weekdays = new BitSet();
    private final BitSet days = new BitSet();
    private final BitSet months = new BitSet();
    private final List<String> problems = new ArrayList<>();
    private final @Nullable ZoneId zone;

    private CallTimes(@Nullable ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Reads times.
     *
     * @param text {@code times,weekdays,mdays,months[,timezone]}; parts left out count as {@code *}
     * @return the times; a part with a mistake in it allows nothing and tells so in {@link #problems}
     */
    public static CallTimes of(String text) {
        String[] parts = text.split("[,|]", -1);
        CallTimes times = withZone(parts.length > PARTS ? parts[PARTS].trim() : "");
        times.fill(times.minutes, part(parts, 0), MINUTES, times::minute);
        times.fill(times.weekdays, part(parts, 1), WEEKDAYS.size(), word -> times.named(WEEKDAYS, word, "weekday"));
        times.fill(times.days, part(parts, 2), 31, times::day);
        times.fill(times.months, part(parts, 3), MONTHS.size(), word -> times.named(MONTHS, word, "month"));
        return times;
    }

    /**
     * Whether a time is among them.
     *
     * @param now the time
     * @return whether it is, in the zone that was given with them or else in its own
     */
    public boolean contains(ZonedDateTime now) {
        ZonedDateTime local = zone == null ? now : now.withZoneSameInstant(zone);
        return minutes.get(local.getHour() * 60 + local.getMinute())
                && weekdays.get(local.getDayOfWeek().getValue() % WEEKDAYS.size())
                && days.get(local.getDayOfMonth() - 1)
                && months.get(local.getMonthValue() - 1);
    }

    /** {@return what is wrong with the text, for the log; empty when nothing is} */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    private interface Reader {
        /** Turns a word into a number from 0, or -1 with a problem noted. */
        int read(String word);
    }

    private static CallTimes withZone(String name) {
        if (name.isEmpty()) {
            return new CallTimes(null);
        }
        try {
            return new CallTimes(ZoneId.of(name));
        } catch (DateTimeException _) {
            CallTimes times = new CallTimes(null);
            times.problems.add("Unknown timezone '" + name + "', using the system's");
            return times;
        }
    }

    private static String part(String[] parts, int number) {
        return number < parts.length ? parts[number].trim() : "*";
    }

    private void fill(BitSet bits, String text, int size, Reader reader) {
        if (text.isEmpty() || "*".equals(text)) {
            bits.set(0, size);
            return;
        }
        for (String range : text.split("&", -1)) {
            fillRange(bits, range.trim(), size, reader);
        }
    }

    private void fillRange(BitSet bits, String range, int size, Reader reader) {
        if ("*".equals(range)) {
            bits.set(0, size);
            return;
        }
        int dash = range.indexOf('-');
        int first = reader.read(dash < 0 ? range : range.substring(0, dash).trim());
        int last = dash < 0 ? first : reader.read(range.substring(dash + 1).trim());
        if (first < 0 || last < 0) {
            return;
        }
        if (first <= last) {
            bits.set(first, last + 1);
        } else {
            bits.set(first, size);
            bits.set(0, last + 1);
        }
    }

    private int minute(String word) {
        int colon = word.indexOf(':');
        int hour = number(colon < 0 ? word : word.substring(0, colon), 0, 23);
        int minute = colon < 0 ? -1 : number(word.substring(colon + 1), 0, 59);
        if (hour < 0 || minute < 0) {
            problems.add(word + " isn't a valid time.");
            return -1;
        }
        return hour * 60 + minute;
    }

    private int day(String word) {
        int day = number(word, 1, 31);
        if (day < 0) {
            problems.add("Invalid day of the month '" + word + "'");
            return -1;
        }
        return day - 1;
    }

    private int named(List<String> names, String word, String what) {
        int index = names.indexOf(word.toLowerCase(Locale.ROOT));
        if (index < 0 && what.equals("month")) {
            index = number(word, 1, names.size()) - 1;
        }
        if (index < 0) {
            problems.add("Invalid " + what + " '" + word + "'");
            return -1;
        }
        return index;
    }

    private static int number(String text, int min, int max) {
        try {
            int value = Integer.parseInt(text.trim());
            return value < min || value > max ? -1 : value;
        } catch (NumberFormatException _) {
            return -1;
        }
    }
}
