package org.asterism.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL server of the test's own, on a port of loopback, with a password. Root runs it as the user {@code postgres}. */
final class PostgresServer implements AutoCloseable {
    static final String PASSWORD = "Very Secret";

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Starts one; where it is not installed the test is skipped and says so. */
    static PostgresServer start() throws IOException {
        Path programs = programs();
        Assumptions.assumeTrue(programs != null, "skipped: there is no PostgreSQL here (Debian's package postgresql)");
        Path folder = Files.createTempDirectory("asterism-postgres");
        int port = Ports.free("127.0.0.1");
        PostgresServer server = new PostgresServer(programs, folder, port);
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        if (isRoot()) {
            must(List.of("chown", "-R", "postgres", folder.toString()));
        }
        server.run(
                "initdb",
                "-D",
                server.data(),
                "-U",
                "asterisk",
                "-A",
                "scram-sha-256",
                "--pwfile",
                folder.resolve("password").toString());
        server.run(
                "pg_ctl",
                "-D",
                server.data(),
                "-w",
                "-t",
                "120",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-c listen_addresses=127.0.0.1 -p " + port + " -k " + folder,
                "start");
        return server;
    }

    private static Path programs() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return null;
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(each -> each.resolve("bin"))
                    .filter(each -> Files.isExecutable(each.resolve("initdb")))
                    .findAny()
                    .orElse(null);
        }
    }

    int port() {
        return port;
    }

    /** Runs SQL as the user asterisk in the database postgres. */
    void sql(String text) {
        must(List.of(
                "env",
                "PGPASSWORD=" + PASSWORD,
                programs.resolve("psql").toString(),
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(port),
                "-U",
                "asterisk",
                "-d",
                "postgres",
                "-v",
                "ON_ERROR_STOP=1",
                "-c",
                text));
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        must(command);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void must(List<String> command) {
        Commands result = Commands.run(command);
        if (result.status() != 0) {
            throw new IllegalStateException(command + ": " + result.output());
        }
    }

    @Override
    public void close() throws IOException {
        run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        must(List.of("rm", "-rf", folder.toString()));
    }
}
