package org.asterism.core.cli.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRegistry;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.log.LogConsole;
import org.asterism.core.log.LogLevel;
import org.asterism.core.log.LogLine;

/** A console server with a few commands and a log, and clients for it. */
final class ConsoleFixture implements AutoCloseable {
    private static final long PATIENCE_MS = 60_000;

    final CliRegistry commands = new CliRegistry();
    final List<LogConsole> attached = new CopyOnWriteArrayList<>();
    final BlockingQueue<Integer> attachments = new LinkedBlockingQueue<>();
    final Path socket;
    final RemoteConsoleServer server;

    /** What {@code -rx} came to. */
    record Answer(int status, String output, String errors) {}

    ConsoleFixture(Path folder) throws IOException {
        socket = folder.resolve("asterisk.ctl");
        offer("say", request -> {
            request.println(String.join(" ", request.arguments()));
            return CliResult.SUCCESS;
        });
        offer("fail", _ -> CliResult.FAILURE);
        offer("set verbosity", request -> {
            request.output().verbosity(Integer.parseInt(request.arguments().getFirst()));
            return CliResult.SUCCESS;
        });
        server = RemoteConsoleServer.open(socket, RemoteConsoleServer.OWNER_ONLY, service(), PATIENCE_MS);
    }

    ConsoleService service() {
        return new ConsoleService(commands, this::attach, "node63001", "", true);
    }

    private Runnable attach(LogConsole sink) {
        attached.add(sink);
        attachments.add(attached.size());
        return () -> {
            attached.remove(sink);
            attachments.add(attached.size());
        };
    }

    void awaitAttachedConsoles(int expected) throws InterruptedException {
        Integer count = attachments.poll(60, TimeUnit.SECONDS);
        while (count != null && count != expected) {
            count = attachments.poll(60, TimeUnit.SECONDS);
        }
        if (count == null) {
            throw new AssertionError("There never were " + expected + " consoles");
        }
    }

    void offer(String words, Function<CliRequest, CliResult> action) {
        commands.register(
                new CliCommand() {
                    @Override
                    public String words() {
                        return words;
                    }

                    @Override
                    public String summary() {
                        return words;
                    }

                    @Override
                    public String usage() {
                        return "Usage: " + words;
                    }

                    @Override
                    public CliResult run(CliRequest request) {
                        return action.apply(request);
                    }
                },
                "test");
    }

    /** Shows a log line to a console, as the log's writer does. */
    static void show(LogConsole console, String text) {
        console.show(new LogLine(Instant.EPOCH, LogLevel.VERBOSE, 3, 1, "", "Test", text), text);
    }

    Answer rx(String command) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status = RemoteCommand.run(socket, command, output, new PrintStream(errors, true, StandardCharsets.UTF_8));
        return new Answer(status, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.close();
    }
}
