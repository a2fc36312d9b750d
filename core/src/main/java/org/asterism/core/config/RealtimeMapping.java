package org.asterism.core.config;

import java.util.regex.Pattern;

/**
 * A line of extconfig.conf: a configuration file that is read from a database.
 *
 * @param file     the file
 * @param engine   the kind of database
 * @param database the database
 * @param table    its table
 * @param where    file and line of the mapping
 */
public record RealtimeMapping(String file, String engine, String database, String table, String where) {
    private static final Pattern TABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException it has another form; the message says which it must have
     */
    static RealtimeMapping parse(ConfigEntry entry) {
        String[] parts = entry.value().split(",", -1);
        String table = parts.length > 2 ? unquoted(parts[2]) : "";
        if (parts.length < 3
                || unquoted(parts[0]).isEmpty()
                || !TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException(entry.where() + ": write " + entry.key()
                    + " => engine,database,table, not '" + entry.value() + "'");
        }
        return new RealtimeMapping(entry.key(), unquoted(parts[0]), unquoted(parts[1]), table, entry.where());
    }

    /** {@return the file with its source, for messages} */
    String source() {
        return file + " (" + engine + "," + database + "," + table + ")";
    }

    private static String unquoted(String text) {
        String trimmed = text.trim();
        boolean quoted = trimmed.length() > 1 && trimmed.startsWith("\"") && trimmed.endsWith("\"");
        return quoted ? trimmed.substring(1, trimmed.length() - 1) : trimmed;
    }
}
