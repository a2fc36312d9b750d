package org.asterism.core.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The connection to the database file with its statements. Writes open a transaction that {@link #commit} ends. Its owner
 * serialises all calls.
 */
final class SqliteStore implements AutoCloseable {
    /** How long a file that another process has locked is waited for. */
    static final int BUSY_MS = 1_000;

    private static final String SCHEMA = "CREATE TABLE IF NOT EXISTS astdb(key TEXT, value TEXT, PRIMARY KEY(key))";
    private static final String WITHIN = " WHERE key = ?1 OR (key >= ?1 || '/' AND key < ?1 || '0')"; // '0' follows '/'

    private final Path file;
    private final Connection connection;
    private final PreparedStatement get;
    private final PreparedStatement put;
    private final PreparedStatement delete;
    private final PreparedStatement deleteWithin;
    private final PreparedStatement listWithin;
    private final PreparedStatement listAll;
    private final PreparedStatement listKey;
    private boolean inTransaction;

    private SqliteStore(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        execute(SCHEMA);
        get = connection.prepareStatement("SELECT value FROM astdb WHERE key = ?1");
        put = connection.prepareStatement("INSERT OR REPLACE INTO astdb (key, value) VALUES (?1, ?2)");
        delete = connection.prepareStatement("DELETE FROM astdb WHERE key = ?1");
        deleteWithin = connection.prepareStatement("DELETE FROM astdb" + WITHIN);
        listWithin = connection.prepareStatement("SELECT key, value FROM astdb" + WITHIN + " ORDER BY key");
        listAll = connection.prepareStatement("SELECT key, value FROM astdb ORDER BY key");
        listKey = connection.prepareStatement(
                "SELECT key, value FROM astdb WHERE substr(key, -length(?1) - 1) = '/' || ?1 ORDER BY key");
    }

    /**
     * Opens a database file, creating it and its folder where they are missing. Loads SQLite's native library the first
     * time.
     *
     * @throws AstDbException when there is no way to use the file.
     */
    static SqliteStore open(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MS);
        config.setGetGeneratedKeys(false); // which would cost as much as the writes
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Connection connection = config.createConnection("jdbc:sqlite:" + file);
            try {
                return new SqliteStore(file, connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failure(file, e);
        } catch (IOException e) {
            throw new AstDbException(
                    "The folder of the AstDB file " + file + " cannot be created (" + e
                            + "): check astdbdir in asterisk.conf and its permissions",
                    e);
        }
    }

    @Nullable
    String get(String path) throws SQLException {
        get.setString(1, path);
        try (ResultSet row = get.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }

    void put(String path, String value) throws SQLException {
        begin();
        put.setString(1, path);
        put.setString(2, value);
        put.executeUpdate();
    }

    int delete(String path) throws SQLException {
        begin();
        delete.setString(1, path);
        return delete.executeUpdate();
    }

    /** {@return how many entries were removed: the one of that path and all under it; all of the table for ""} */
    int deleteWithin(String path) throws SQLException {
        begin();
        if (path.isEmpty()) {
            try (Statement all = connection.createStatement()) {
                return all.executeUpdate("DELETE FROM astdb");
            }
        }
        deleteWithin.setString(1, path);
        return deleteWithin.executeUpdate();
    }

    List<AstDbEntry> listWithin(String path) throws SQLException {
        if (path.isEmpty()) {
            return rows(listAll);
        }
        listWithin.setString(1, path);
        return rows(listWithin);
    }

    List<AstDbEntry> listKey(String key) throws SQLException {
        listKey.setString(1, key);
        return rows(listKey);
    }

    private static List<AstDbEntry> rows(PreparedStatement query) throws SQLException {
        List<AstDbEntry> entries = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                String value = row.getString(2);
                entries.add(new AstDbEntry(row.getString(1), value == null ? "" : value));
            }
        }
        return entries;
    }

    /** {@return whether there is something to commit} */
    boolean inTransaction() {
        return inTransaction;
    }

    private void begin() throws SQLException {
        if (!inTransaction) {
            execute("BEGIN IMMEDIATE");
            inTransaction = true;
        }
    }

    /**
     * Makes what was written durable.
     *
     * @throws SQLException when that failed; {@link #inTransaction} tells whether it can be tried again.
     */
    void commit() throws SQLException {
        if (!inTransaction) {
            return;
        }
        try {
            execute("COMMIT");
            inTransaction = false;
        } catch (SQLException e) {
            if (!isBusy(e)) {
                rollBack(e);
            }
            throw e;
        }
    }

    private void rollBack(SQLException cause) {
        inTransaction = false;
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e); // SQLite has rolled back by itself
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    AstDbException failure(SQLException e) {
        return failure(file, e);
    }

    private static boolean isBusy(SQLException e) {
        return e instanceof SQLiteException sqlite
                && (sqlite.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code;
    }

    private static AstDbException failure(Path file, SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        String advice = switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                "another process has locked it; is a second switch or a sqlite3 shell using it?";
            case SQLITE_NOTADB, SQLITE_CORRUPT ->
                "it is damaged or no SQLite database; move it away to begin with an empty one,"
                        + " or put back a good copy";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                "check that the file and its folder belong to the user the switch runs as";
            case SQLITE_FULL -> "the disk is full; make room";
            default -> "check the file with: sqlite3 " + file + " 'PRAGMA integrity_check'";
        };
        return new AstDbException("AstDB file " + file + " cannot be used (" + e.getMessage() + "): " + advice, e);
    }
}
