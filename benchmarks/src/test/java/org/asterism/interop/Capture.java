package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What goes over loopback to and from some UDP ports, recorded by dumpcap and judged by tshark. */
final class Capture implements AutoCloseable {
    private final Path file;
    private final int[] ports;
    private final Process process;

    private Capture(Path file, int[] ports, Process process) {
        this.file = file;
        this.ports = ports;
        this.process = process;
    }

    static Capture start(Path folder, int... ports) throws IOException {
        Path file = Files.createTempDirectory(folder, "capture").resolve("iax2.pcapng");
        List<String> terms = new ArrayList<>();
        for (int port : ports) {
            terms.add("udp port " + port);
        }
        Path log = file.resolveSibling("log");
        Process process = new ProcessBuilder(
                        "dumpcap", "-q", "-i", "lo", "-f", String.join(" or ", terms), "-w", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Eventually.within(60, () -> assertThat(log).content().contains("File:"));
        return new Capture(file, ports, process);
    }

    /** Ends the recording and asserts that tshark finds IAX2 in it and nothing malformed. */
    void assertWellFormed() {
        close();
        assertThat(matching("iax2")).as("IAX2 frames in " + file).isNotEmpty();
        assertThat(matching("_ws.malformed")).as("malformed frames in " + file).isEmpty();
    }

    /** One line a frame that matches a display filter. */
    List<String> matching(String filter) {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", file.toString(), "-Y", filter));
        for (int port : ports) {
            command.addAll(List.of("-d", "udp.port==" + port + ",iax2"));
        }
        Commands decoded = Commands.run(command);
        assertThat(decoded.status()).as(decoded.output()).isZero();
        return decoded.output()
                .lines()
                .filter(line -> !line.contains("Running as user"))
                .toList();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            assertThat(process.waitFor(10, TimeUnit.SECONDS))
                    .as("dumpcap ended")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
