package org.asterism.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A Redis server of the test's own, on a port of loopback. */
final class RedisServer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/redis-server");

    private final Process process;
    private final int port;

    private RedisServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one; where it is not installed the test is skipped and says so. */
    static RedisServer start(Path folder) throws IOException {
        Assumptions.assumeTrue(
                Files.isExecutable(PROGRAM), "skipped: there is no redis-server here (Debian's package redis-server)");
        int port = Ports.free("127.0.0.1");
        Path log = folder.resolve("redis.log");
        Process process = new ProcessBuilder(List.of(
                        PROGRAM.toString(),
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        String.valueOf(port),
                        "--save",
                        "",
                        "--appendonly",
                        "no",
                        "--dir",
                        folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Ports.awaitTcp(port, process, () -> Ports.text(log));
        return new RedisServer(process, port);
    }

    String uri() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
