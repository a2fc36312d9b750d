package org.asterism.outreg.realtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.asterism.core.config.StaticRow;

/** Reads Asterisk's table of static realtime: id, cat_metric, var_metric, commented, filename, category, var_name, var_val. */
final class JdbcRows {
    private static final int MAX_ROWS = 1_000_000;
    private static final int LIMIT_SECONDS = 30;

    private JdbcRows() {}

    /**
     * Reads the rows of a file.
     *
     * @param connection open, and stays so
     * @param table      a name of letters, digits and underscores, with a schema perhaps
     * @param order      after ORDER BY
     * @param file       the file's name
     * @return the rows
     * @throws SQLException the database does not give them, or there are more than {@value #MAX_ROWS}
     */
    static List<StaticRow> of(Connection connection, String table, String order, String file) throws SQLException {
        String sql = "SELECT id, cat_metric, category, var_name, var_val FROM " + table
                + " WHERE filename = ? AND commented = 0 ORDER BY " + order;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(LIMIT_SECONDS);
            statement.setMaxRows(MAX_ROWS + 1);
            statement.setString(1, file);
            List<StaticRow> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    if (rows.size() == MAX_ROWS) {
                        throw new SQLException(table + " has more than " + MAX_ROWS + " rows of " + file);
                    }
                    rows.add(new StaticRow(
                            result.getLong(1), result.getInt(2), text(result, 3), text(result, 4), text(result, 5)));
                }
            }
            return rows;
        }
    }

    private static String text(ResultSet result, int column) throws SQLException {
        String text = result.getString(column);
        return text == null ? "" : text;
    }
}
