package org.asterism.core.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class AstDbTest {
    @TempDir
    Path folder;

    @Test
    void shouldKeepValuesByFamilyAndKey() {
        try (AstDb db = open()) {
            assertThat(db.get("fam", "key")).isNull();
            db.put("fam", "key", "value1");
            db.put("fam", "key", "value2");
            db.put("fam", "", "no key");
            db.put("IAX/Registry", "63001", "127.0.0.1:4569:60");

            assertThat(db.get("fam", "key")).isEqualTo("value2");
            assertThat(db.get("fam", "")).isEqualTo("no key");
            assertThat(db.get("IAX", "Registry/63001")).isEqualTo("127.0.0.1:4569:60");
            assertThat(db.list("IAX/Registry"))
                    .extracting(entry -> entry.keyWithin("IAX/Registry"))
                    .containsExactly("63001");
            assertThat(db.delete("fam", "key")).isTrue();
            assertThat(db.delete("fam", "key")).isFalse();
            assertThat(db.get("fam", "key")).isNull();
        }
    }

    @Test
    void shouldMakeManyChangesInOneCall() {
        try (AstDb db = open()) {
            db.put("fam", "old", "value");
            db.put("fam", "kept", "value");

            db.change("fam", Map.of("old", Optional.empty(), "new", Optional.of("1"), "none", Optional.empty()));

            assertThat(paths(db.list())).containsExactly("/fam/kept", "/fam/new");
            assertThatExceptionOfType(AstDbException.class)
                    .isThrownBy(() -> db.change("fam", Map.of("k", Optional.of("a\0b"))));
        }
    }

    @Test
    void shouldListAndRemoveByFamilyAndKeyTree() {
        try (AstDb db = open()) {
            for (String path : List.of("fam/key", "fam/key/sub", "fam/keys", "famous/k", "FAM/k", "fa_/k", "fam//x")) {
                int slash = path.indexOf('/');
                db.put(path.substring(0, slash), path.substring(slash + 1), "v");
            }

            assertThat(paths(db.list("fam"))).containsExactly("/fam//x", "/fam/key", "/fam/key/sub", "/fam/keys");
            assertThat(paths(db.list("fam", "key"))).containsExactly("/fam/key", "/fam/key/sub");
            assertThat(paths(db.list("fa_"))).containsExactly("/fa_/k");
            assertThat(paths(db.listKey("k"))).containsExactly("/FAM/k", "/fa_/k", "/famous/k");
            assertThat(paths(db.listKey("key/sub"))).containsExactly("/fam/key/sub");
            assertThat(db.deltree("fam", "key")).isEqualTo(2);
            assertThat(db.deltree("fam", "key")).isZero();
            assertThat(db.deltree("fam")).isEqualTo(2);
            assertThat(db.list()).hasSize(3);
            assertThat(db.deltreeAll()).isEqualTo(3);
            assertThat(db.list()).isEmpty();
        }
    }

    @Test
    void shouldWriteAsterisksFileCompleteInItself() throws IOException, SQLException {
        try (AstDb db = open()) {
            db.put("fam", "key", "v\u00e4lue");
        }

        try (Stream<Path> files = Files.list(folder.resolve("lib"))) {
            assertThat(files).containsExactly(file());
        }
        try (Connection other = connect();
                Statement statement = other.createStatement()) {
            assertThat(text(statement, "SELECT sql FROM sqlite_master WHERE type = 'table'"))
                    .isEqualTo("CREATE TABLE astdb(key TEXT, value TEXT, PRIMARY KEY(key))");
            assertThat(text(statement, "PRAGMA journal_mode")).isEqualTo("delete");
            assertThat(text(statement, "SELECT value FROM astdb WHERE key = '/fam/key'"))
                    .isEqualTo("v\u00e4lue");
        }
    }

    @Test
    void shouldUseAnExistingFileAsItIs() throws SQLException {
        try (AstDb _ = open()) {
            // makes the folder
        }
        try (Connection other = connect();
                Statement statement = other.createStatement()) {
            statement.execute("DROP TABLE astdb");
            statement.execute("CREATE TABLE astdb(key VARCHAR(256), value VARCHAR(256), PRIMARY KEY(key))");
            statement.execute("INSERT INTO astdb VALUES('/pbx/UUID', '0ff00bf2'), ('/pbx/none', NULL)");
        }

        try (AstDb db = open()) {
            assertThat(db.get("pbx", "UUID")).isEqualTo("0ff00bf2");
            assertThat(db.list())
                    .containsExactly(new AstDbEntry("/pbx/UUID", "0ff00bf2"), new AstDbEntry("/pbx/none", ""));
        }

        try (Connection other = connect();
                Statement statement = other.createStatement()) {
            assertThat(text(statement, "SELECT sql FROM sqlite_master WHERE type = 'table'"))
                    .contains("VARCHAR(256)");
        }
    }

    @Test
    void shouldShareTheFileWithOtherProcesses() throws SQLException {
        try (AstDb db = open();
                Connection other = connectAfter(db);
                Statement statement = other.createStatement()) {
            db.put("fam", "key", "ours");
            db.flush();
            assertThat(text(statement, "SELECT value FROM astdb")).isEqualTo("ours");

            statement.execute("UPDATE astdb SET value = 'theirs'");
            assertThat(db.get("fam", "key")).isEqualTo("theirs");
        }
    }

    @Test
    void shouldCommitByItself() throws SQLException {
        try (AstDb db = open();
                Connection other = connectAfter(db);
                Statement statement = other.createStatement()) {
            db.put("fam", "key", "value");

            while (!text(statement, "SELECT count(*) FROM astdb").equals("1")) {
                LockSupport.parkNanos(5_000_000L); // leaves the file to the writer meanwhile
            }
        }
    }

    @Test
    void shouldLoseNothingCommittedWhenKilled() throws IOException, InterruptedException, SQLException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        file().toString())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(process.inputReader().lines().anyMatch("written"::equals))
                    .isTrue();
            try (Connection other = connect();
                    Statement statement = other.createStatement()) {
                while (!text(statement, "SELECT count(*) FROM astdb").equals("1000")) {
                    LockSupport.parkNanos(5_000_000L); // leaves the file to the writer meanwhile
                }
            }
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }

        try (AstDb db = open()) {
            assertThat(db.list("fam")).hasSize(1_000);
        }
    }

    /** Writes without ever flushing or closing, and waits to be killed. */
    static final class KilledWriter {
        public static void main(String[] args) throws IOException {
            AstDb db = AstDb.open(Path.of(args[0]));
            for (int i = 0; i < 1_000; i++) {
                db.put("fam", "key" + i, "value");
            }
            System.out.println("written");
            System.in.read();
        }
    }

    @Test
    void shouldSayThatAFileIsDamaged() throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(file(), "this is no database, though it is long enough to be one".repeat(100));

        try (AstDb db = open()) {
            assertThatExceptionOfType(AstDbException.class)
                    .isThrownBy(() -> db.get("fam", "key"))
                    .withMessageContaining(file().toString())
                    .withMessageContaining("move it away");
        }
    }

    @Test
    void shouldSayThatAFolderCannotBeMade() throws IOException {
        Files.writeString(folder.resolve("lib"), "in the way");

        try (AstDb db = open()) {
            assertThatExceptionOfType(AstDbException.class)
                    .isThrownBy(() -> db.list())
                    .withMessageContaining("astdbdir");
        }
    }

    @Test
    void shouldSayThatAFileIsLockedAndGoOnWhenItIsFree() throws SQLException {
        try (AstDb db = open();
                Connection other = connectAfter(db);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");

            assertThatExceptionOfType(AstDbException.class)
                    .isThrownBy(() -> db.put("fam", "key", "value"))
                    .withMessageContaining(file().toString())
                    .withMessageContaining("locked");

            statement.execute("COMMIT");
            db.put("fam", "key", "value");
            assertThat(db.get("fam", "key")).isEqualTo("value");
        }
    }

    @Test
    void shouldCommitOnceAReaderLetsGo() throws SQLException {
        try (AstDb db = open();
                Connection other = connectAfter(db);
                Statement statement = other.createStatement()) {
            db.put("fam", "key", "value");
            statement.execute("BEGIN");
            assertThat(text(statement, "SELECT count(*) FROM astdb")).isNotEmpty();

            db.put("fam", "key2", "value");
            assertThatExceptionOfType(AstDbException.class)
                    .isThrownBy(db::flush)
                    .withMessageContaining("locked");

            statement.execute("COMMIT");
            db.flush();
            assertThat(text(statement, "SELECT count(*) FROM astdb")).isEqualTo("2");
        }
    }

    @Test
    void shouldRefuseWhatIsTooLongAndCallsAfterItsEnd() {
        AstDb db = open();
        try (db) {
            assertThatExceptionOfType(AstDbException.class)
                    .isThrownBy(() -> db.put("fam", "k".repeat(AstDb.MAX_PATH_BYTES), "v"));
            assertThatExceptionOfType(AstDbException.class)
                    .isThrownBy(() -> db.put("fam", "k", "v".repeat(AstDb.MAX_VALUE_BYTES + 1)));
            assertThatExceptionOfType(AstDbException.class).isThrownBy(() -> db.get("fam", "a\0b"));
        }

        assertThatExceptionOfType(AstDbException.class)
                .isThrownBy(() -> db.get("fam", "key"))
                .withMessageContaining("is closed");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldBehaveAsASortedMap(long seed) {
        Random random = new Random(seed);
        SortedMap<String, String> model = new TreeMap<>();
        List<String> names = List.of("a", "b", "a/b", "ab", "A", "a%", "_", "0", "\u00e9");
        AstDb db = open();
        try {
            for (int step = 0; step < 3_000; step++) {
                String family = names.get(random.nextInt(names.size()));
                String key = names.get(random.nextInt(names.size()));
                String path = "/" + family + "/" + key;
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> {
                        db.put(family, key, "v" + step);
                        model.put(path, "v" + step);
                    }
                    case 3 -> assertThat(db.delete(family, key)).isEqualTo(model.remove(path) != null);
                    case 4 -> assertThat(db.get(family, key)).isEqualTo(model.get(path));
                    case 5 ->
                        assertThat(paths(db.list(family, key)))
                                .as("seed %d step %d", seed, step)
                                .containsExactlyInAnyOrderElementsOf(within(model, path));
                    case 6 -> {
                        List<String> gone = within(model, path);
                        assertThat(db.deltree(family, key)).isEqualTo(gone.size());
                        gone.forEach(model::remove);
                    }
                    default -> {
                        if (random.nextInt(50) == 0) {
                            db.close();
                            db = open();
                        }
                    }
                }
            }
            assertThat(paths(db.list())).containsExactlyInAnyOrderElementsOf(model.keySet());
        } finally {
            db.close();
        }
    }

    @Test
    void shouldServeManyThreads() throws InterruptedException {
        try (AstDb db = open()) {
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 20; t++) {
                String family = "fam" + t;
                threads.add(Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < 100; i++) {
                        db.put(family, "key" + i, "value");
                        assertThat(db.get(family, "key" + i)).isEqualTo("value");
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(db.list()).hasSize(2_000);
        }
    }

    private static List<String> within(SortedMap<String, String> model, String path) {
        return model.keySet().stream()
                .filter(key -> key.equals(path) || key.startsWith(path + "/"))
                .toList();
    }

    private static List<String> paths(List<AstDbEntry> entries) {
        return entries.stream().map(AstDbEntry::path).toList();
    }

    private Path file() {
        return folder.resolve("lib/astdb.sqlite3");
    }

    private AstDb open() {
        return AstDb.open(file());
    }

    /** One that waits as long as it takes while the other side has the file locked. */
    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file() + "?busy_timeout=60000");
    }

    /** Another connection to the file, which is there once an answer comes. */
    private Connection connectAfter(AstDb db) throws SQLException {
        assertThat(db.list()).isEmpty();
        return connect();
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }
}
