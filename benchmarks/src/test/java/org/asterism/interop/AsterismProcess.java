package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.asterism.core.cli.console.RemoteCommand;

/** A running Asterism of its own folder, started through the launcher. */
final class AsterismProcess implements AutoCloseable {
    /** The project's folder. */
    static final Path HOME = Path.of("").toAbsolutePath().getParent();

    private static final String LAUNCHER = HOME.resolve("asterism").toString();

    private static final int LIMIT_S = 180;

    private final Path folder;
    private final List<String> around;
    private Process process;

    private AsterismProcess(Path folder, List<String> around) throws IOException {
        this.folder = folder;
        this.around = around;
        this.process = launch();
    }

    /** Starts one that reads the given files, by name; waits until it is ready. What is given for asterisk.conf follows its directories. */
    static AsterismProcess start(Path parent, Map<String, String> files) throws IOException {
        return start(parent, files, List.of());
    }

    /** The same, started by a command that gets the launcher's command line behind its own. */
    static AsterismProcess start(Path parent, Map<String, String> files, List<String> around) throws IOException {
        Path folder = Files.createTempDirectory(parent, "asterism");
        Path etc = Files.createDirectories(folder.resolve("etc"));
        for (String each : List.of("lib", "run", "log", "spool")) {
            Files.createDirectories(folder.resolve(each));
        }
        Files.writeString(etc.resolve("asterisk.conf"), """
            [directories]
            astetcdir => %1$s/etc
            astvarlibdir => %1$s/lib
            astdbdir => %1$s/lib
            astkeydir => %1$s/lib
            astspooldir => %1$s/spool
            astrundir => %1$s/run
            astlogdir => %1$s/log
            """.formatted(folder));
        Files.writeString(etc.resolve("modules.conf"), "[modules]\nautoload=yes\n");
        Files.writeString(
                etc.resolve("logger.conf"), "[logfiles]\nfull => notice,warning,error,verbose(5),dtmf,security\n");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = etc.resolve(file.getKey());
            String before = file.getKey().equals("asterisk.conf") ? Files.readString(path) : "";
            Files.writeString(path, before + file.getValue());
        }
        AsterismProcess started = new AsterismProcess(folder, around);
        started.awaitReady();
        return started;
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(around);
        command.addAll(List.of(LAUNCHER, "-C", conf(), "-f", "-vvvvv"));
        return new ProcessBuilder(command)
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("out.log").toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
    }

    private void awaitReady() {
        Eventually.within(LIMIT_S, () -> {
            assertThat(process.isAlive())
                    .as(() -> "ended while starting:\n" + output())
                    .isTrue();
            Commands answer = run("core waitfullybooted");
            assertThat(answer.status()).as(() -> answer.output() + output()).isZero();
        });
    }

    private String conf() {
        return folder.resolve("etc/asterisk.conf").toString();
    }

    /** Its process number. */
    String pid() {
        return Long.toString(process.pid());
    }

    /** Writes one of the files that it reads, for the next reload. */
    void write(String file, String text) {
        try {
            Files.writeString(folder.resolve("etc").resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that holds its etc, lib, run, log and spool. */
    Path folder() {
        return folder;
    }

    /** Runs a console command, which must succeed; the answer. */
    String cli(String command) {
        Commands answer = run(command);
        assertThat(answer.status())
                .as(() -> command + ": " + answer.output() + output())
                .isZero();
        return answer.output();
    }

    /** Runs a console command as operators do, in a process of its own; the answer. */
    String rx(String command) {
        Commands answer = Commands.run(List.of(LAUNCHER, "-C", conf(), "-rx", command));
        assertThat(answer.status()).as(answer.output()).isZero();
        return answer.output();
    }

    /** Runs a console command, whatever comes of it: as {@code -rx} does, but in this process, which takes far less time. */
    Commands run(String command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(out, true, StandardCharsets.UTF_8);
        Path socket = folder.resolve("run/asterisk.ctl");
        int status = CompletableFuture.supplyAsync(
                        () -> RemoteCommand.run(socket, command, out, errors),
                        task -> Thread.ofPlatform().daemon().start(task))
                .orTimeout(LIMIT_S, TimeUnit.SECONDS)
                .join();
        return new Commands(status, out.toString(StandardCharsets.UTF_8));
    }

    /** Waits until its log, which a thread of its own writes, contains all that. */
    void awaitLog(String... words) {
        Eventually.within(60, () -> assertThat(log()).contains(words));
    }

    /** What it has logged so far; what it said last may not be there yet. */
    String log() {
        try {
            return Files.readString(folder.resolve("log/full"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until a key is in its database for good: what has been put there is written a moment later. */
    void awaitStored(String key) {
        Path database = folder.resolve("lib/astdb.sqlite3");
        Eventually.within(60, () -> {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                    PreparedStatement query = connection.prepareStatement("SELECT 1 FROM astdb WHERE key = ?")) {
                query.setString(1, key);
                assertThat(query.executeQuery().next()).as(key).isTrue();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("out.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Kills it as a power cut would, and starts it again on the same folder. */
    void killAndRestart() throws IOException {
        kill();
        process = launch();
        awaitReady();
    }

    /** Kills it as a power cut would. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            run("core stop now");
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("It did not end:\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
