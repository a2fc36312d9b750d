package org.asterism.apps.cdr;

import java.time.Instant;
import org.asterism.core.cdr.CallRecord;
import org.asterism.core.cdr.RecordField;
import org.jspecify.annotations.Nullable;

/** A record as a line of a CSV file: texts in quotes, numbers without, in the order Asterisk's cdr_csv has. */
final class CsvLine {
    private final StringBuilder line = new StringBuilder(256);
    private final CsvOptions options;

    private CsvLine(CsvOptions options) {
        this.options = options;
    }

    /** {@return the line with its end} */
    static String of(CallRecord record, CsvOptions options) {
        return new CsvLine(options).columns(record);
    }

    private String columns(CallRecord record) {
        text(record.accountCode());
        text(record.source());
        text(record.destination());
        text(record.context());
        text(record.callerId());
        text(record.channel());
        text(record.peerChannel());
        text(record.application());
        text(record.data());
        time(record.start());
        time(record.answer());
        time(record.end());
        number(record.durationSeconds());
        number(record.billableSeconds());
        text(record.disposition().label());
        text(record.amaFlags().name());
        if (options.uniqueId()) {
            text(record.uniqueId());
        }
        if (options.userField()) {
            text(record.userField());
        }
        if (options.newColumns()) {
            text(record.peerAccount());
            text(record.linkedId());
            number(record.sequence());
        }
        line.setCharAt(line.length() - 1, '\n');
        return line.toString();
    }

    /** A quote is doubled; what would end the line or move a terminal's cursor becomes a blank. */
    private void text(String value) {
        line.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                line.append('"');
            }
            line.append(Character.isISOControl(c) ? ' ' : c);
        }
        line.append("\",");
    }

    private void time(@Nullable Instant time) {
        if (time == null) {
            line.append(',');
        } else {
            text(RecordField.inZone(time, options.gmt()));
        }
    }

    private void number(long value) {
        line.append(value).append(',');
    }
}
