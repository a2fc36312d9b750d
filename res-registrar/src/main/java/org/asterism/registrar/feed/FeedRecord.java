package org.asterism.registrar.feed;

import java.time.Instant;
import java.util.Locale;
import org.asterism.core.location.Location;
import org.asterism.core.location.LocationChange;

/**
 * A line of the feed: a JSON object. {@code sequence} counts the changes of one run of the switch, so that a reader sees where lines
 * are missing.
 */
final class FeedRecord {
    private FeedRecord() {}

    /**
     * The line of a change: {@code event} is {@code registered}, {@code released}, {@code expired} or {@code taken_over}.
     *
     * @param sequence the change's number, from 1
     * @param timeMs   when it happened, in milliseconds since 1970
     * @param change   what happened
     * @return the line, without its end
     */
    static String of(long sequence, long timeMs, LocationChange change) {
        Location location = change.location();
        StringBuilder line = begin(sequence, timeMs, change.kind().name().toLowerCase(Locale.ROOT));
        text(line.append(",\"technology\":"), location.technology());
        text(line.append(",\"peer\":"), location.name());
        text(line.append(",\"address\":"), location.host());
        line.append(",\"port\":").append(location.address().port());
        line.append(",\"refresh\":").append(location.refreshSeconds());
        if (!location.node().isEmpty()) {
            text(line.append(",\"node\":"), location.node());
        }
        return line.append('}').toString();
    }

    /**
     * The line that stands for changes that could not be delivered: {@code event} is {@code lost}. A reader that keeps a copy of the table
     * must read all of it again.
     *
     * @param sequence the number of the last change that is missing
     * @param timeMs   when this was found, in milliseconds since 1970
     * @param count    how many changes are missing
     * @return the line, without its end
     */
    static String lost(long sequence, long timeMs, long count) {
        return begin(sequence, timeMs, "lost")
                .append(",\"count\":")
                .append(count)
                .append('}')
                .toString();
    }

    private static StringBuilder begin(long sequence, long timeMs, String event) {
        return new StringBuilder(160)
                .append("{\"time\":\"")
                .append(Instant.ofEpochMilli(timeMs))
                .append("\",\"sequence\":")
                .append(sequence)
                .append(",\"event\":\"")
                .append(event)
                .append('"');
    }

    /** A JSON string, in ASCII: RFC 8259 §7. */
    private static void text(StringBuilder line, String text) {
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                line.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                line.append(c);
            }
        }
        line.append('"');
    }
}
