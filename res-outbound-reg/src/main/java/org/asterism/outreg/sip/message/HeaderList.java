package org.asterism.outreg.sip.message;

import java.util.List;

/** Comma-separated values of one header line (RFC 3261 section 7.3.1). */
final class HeaderList {
    private HeaderList() {}

    /** Adds the values of a line; commas in quotes and angle brackets do not separate. */
    static void split(String line, List<String> values) {
        int start = 0;
        boolean quoted = false;
        boolean bracketed = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"' && !bracketed) {
                quoted = true;
            } else if (c == '<') {
                bracketed = true;
            } else if (c == '>') {
                bracketed = false;
            } else if (c == ',' && !bracketed) {
                add(line.substring(start, i), values);
                start = i + 1;
            }
        }
        if (quoted) {
            throw new SipSyntaxException("a quoted string does not end in '" + line + "'");
        }
        add(line.substring(start), values);
    }

    private static void add(String value, List<String> values) {
        String stripped = value.strip();
        if (!stripped.isEmpty()) {
            values.add(stripped);
        }
    }
}
