package org.asterism.registrar.redis;

import org.jspecify.annotations.Nullable;

/**
 * A message on the channel of changes: one line of words between tabs, the device's name last.
 *
 * @param instance   tells two switches of one name apart
 * @param technology such as {@code IAX2}
 * @param record     where the device is registered, or {@code null} when it is not any longer
 * @param node       which switch says so
 * @param name       the device's name
 */
record Announcement(
        String instance, String technology, @Nullable SharedRecord record, String node, String name) {
    private static final String SEPARATOR = "\t";
    private static final String THERE = "+";
    private static final String GONE = "-";

    String text() {
        return record == null
                ? String.join(SEPARATOR, GONE, instance, technology, node, name)
                : String.join(SEPARATOR, THERE, instance, technology, record.text(), name);
    }

    /** {@return the announcement, or null when the text is none} */
    static @Nullable Announcement parse(String text) {
        if (text.startsWith(THERE)) {
            String[] parts = text.split(SEPARATOR, 7);
            SharedRecord record = parts.length < 7
                    ? null
                    : SharedRecord.parse(parts[3] + SEPARATOR + parts[4] + SEPARATOR + parts[5]);
            return record == null ? null : new Announcement(parts[1], parts[2], record, record.node(), parts[6]);
        }
        String[] parts = text.split(SEPARATOR, 5);
        return text.startsWith(GONE) && parts.length == 5
                ? new Announcement(parts[1], parts[2], null, parts[3], parts[4])
                : null;
    }
}
