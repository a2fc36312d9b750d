package org.asterism.core.cdr;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The fields of a record by the names CDR() has for them. */
public final class RecordField {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final double NANOS = 1e9;

    /** Fields that a dialplan cannot set. */
    private static final List<String> READ_ONLY = List.of(
            "clid",
            "src",
            "dst",
            "dcontext",
            "channel",
            "dstchannel",
            "lastapp",
            "lastdata",
            "start",
            "answer",
            "end",
            "duration",
            "billsec",
            "disposition",
            "uniqueid",
            "linkedid",
            "peeraccount",
            "sequence");

    /** Fields in the order of listings. */
    static final List<String> LISTED = List.of(
            "clid",
            "src",
            "dst",
            "dcontext",
            "channel",
            "dstchannel",
            "lastapp",
            "lastdata",
            "start",
            "answer",
            "end",
            "duration",
            "billsec",
            "disposition",
            "amaflags",
            "accountcode",
            "uniqueid",
            "linkedid",
            "userfield",
            "sequence");

    private RecordField() {}

    /** How a field is written. */
    public enum Format {
        /** For people. */
        PLAIN,
        /** Option {@code u}: times as seconds since 1970, words as numbers. */
        RAW,
        /** Option {@code f}: durations with a fraction. */
        FRACTION
    }

    /**
     * Whether a field cannot be set.
     *
     * @param name its name
     * @return whether it is one that the call itself makes
     */
    public static boolean readOnly(String name) {
        return READ_ONLY.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * A time as CDRs have it.
     *
     * @param time the time
     * @param gmt  whether in UTC, not in the machine's zone
     * @return such as {@code 2026-01-31 12:00:00}
     */
    public static String inZone(Instant time, boolean gmt) {
        return TIME.format(time.atZone(gmt ? ZoneOffset.UTC : ZoneId.systemDefault()));
    }

    static String text(CallRecord record, boolean ended, String field, Format format) {
        boolean raw = format == Format.RAW;
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "clid" -> record.callerId();
            case "src" -> record.source();
            case "dst" -> record.destination();
            case "dcontext" -> record.context();
            case "channel" -> record.channel();
            case "dstchannel" -> record.peerChannel();
            case "lastapp" -> record.application();
            case "lastdata" -> record.data();
            case "start" -> time(record.start(), raw);
            case "answer" -> time(record.answer(), raw);
            case "end" -> time(ended ? record.end() : null, raw);
            case "duration" ->
                format == Format.FRACTION
                        ? seconds(Duration.between(record.start(), record.end()))
                        : String.valueOf(record.durationSeconds());
            case "billsec" ->
                format == Format.FRACTION
                        ? seconds(
                                record.answer() == null
                                        ? Duration.ZERO
                                        : Duration.between(record.answer(), record.end()))
                        : String.valueOf(record.billableSeconds());
            case "disposition" ->
                raw
                        ? String.valueOf(record.disposition().number())
                        : record.disposition().label();
            case "amaflags" ->
                raw
                        ? String.valueOf(record.amaFlags().number())
                        : record.amaFlags().name();
            case "accountcode" -> record.accountCode();
            case "peeraccount" -> record.peerAccount();
            case "uniqueid" -> record.uniqueId();
            case "linkedid" -> record.linkedId();
            case "userfield" -> record.userField();
            case "sequence" -> String.valueOf(record.sequence());
            default -> "";
        };
    }

    private static String time(@Nullable Instant time, boolean raw) {
        if (!raw) {
            return time == null ? "" : inZone(time, false);
        }
        return time == null
                ? "0.000000"
                : String.format(Locale.ROOT, "%d.%06d", time.getEpochSecond(), time.getNano() / 1_000);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.6f", duration.toNanos() / NANOS);
    }
}
