package org.asterism.core.config;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs the command of an {@code #exec} line and takes what it prints. */
final class ExecInclude {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private ExecInclude() {}

    /**
     * Runs a shell command and waits for its end.
     *
     * @throws IOException when it cannot be started, fails, prints too much or takes longer than 30 s.
     */
    static byte[] outputOf(String command) throws IOException {
        Process process = new ProcessBuilder("/bin/sh", "-c", command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        FutureTask<byte[]> reading = new FutureTask<>(() -> readAll(process.getInputStream()));
        Thread.ofVirtual().name("exec-include").start(reading);
        try {
            byte[] output = reading.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            if (output.length > ConfigParser.MAX_FILE_BYTES) {
                throw new IOException("it printed more than " + ConfigParser.MAX_FILE_BYTES + " bytes");
            }
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("it did not end within " + LIMIT.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                throw new IOException("it ended with exit status " + process.exitValue());
            }
            return output;
        } catch (TimeoutException _) {
            throw new IOException("it did not end within " + LIMIT.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IOException("its output could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while it ran", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static byte[] readAll(InputStream in) throws IOException {
        try (in) {
            return in.readNBytes(ConfigParser.MAX_FILE_BYTES + 1);
        }
    }
}
