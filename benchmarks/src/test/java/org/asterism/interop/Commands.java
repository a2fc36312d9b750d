package org.asterism.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command to its end. */
record Commands(int status, String output) {
    private static final int LIMIT_S = 180;

    /** Runs a command in the project's folder, its error output mixed in; killed after three minutes. */
    static Commands run(List<String> command) {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(AsterismProcess.HOME.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread limit = Thread.ofVirtual().start(() -> killAfterLimit(process));
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (!limit.isAlive()) {
                throw new IllegalStateException("No end in " + LIMIT_S + " s: " + command + "\n" + output);
            }
            return new Commands(status, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            limit.interrupt();
        }
    }

    private static void killAfterLimit(Process process) {
        try {
            TimeUnit.SECONDS.sleep(LIMIT_S);
            process.destroyForcibly();
        } catch (InterruptedException _) {
            // It has ended by itself.
        }
    }
}
