package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * A DNS server that knows what a test tells it and nothing else: dnsmasq, on an address of its own. A process that is started
 * through {@link #around} has it for its only one, as its {@code /etc/resolv.conf} is another.
 */
final class NameServer implements AutoCloseable {
    private static final int DNS = 53;

    private final Path resolverConfiguration;
    private final Process process;

    private NameServer(Path resolverConfiguration, Process process) {
        this.resolverConfiguration = resolverConfiguration;
        this.process = process;
    }

    /** Whether there is a dnsmasq, and a process may be given another file in the place of one of the system. */
    static boolean isPossible() {
        return Files.isExecutable(Path.of("/usr/sbin/dnsmasq"))
                && Commands.run(List.of(
                                        "unshare",
                                        "--mount",
                                        "mount",
                                        "--bind",
                                        "/etc/resolv.conf",
                                        "/etc/resolv.conf"))
                                .status()
                        == 0;
    }

    /** Starts one with records in the form of dnsmasq's options. */
    static NameServer start(Path folder, List<String> records) throws IOException {
        String address = freeAddress();
        Path log = folder.resolve("dnsmasq.log");
        List<String> command = new ArrayList<>(List.of(
                "/usr/sbin/dnsmasq",
                "--keep-in-foreground",
                "--log-facility=-",
                "--conf-file=/dev/null",
                "--pid-file=",
                "--no-resolv",
                "--no-hosts",
                "--bind-interfaces",
                "--user=root",
                "--listen-address=" + address));
        command.addAll(records);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Eventually.within(60, () -> {
            assertThat(process.isAlive()).as(() -> read(log)).isTrue();
            assertThat(read(log)).contains("started");
        });
        return new NameServer(
                Files.writeString(folder.resolve("resolv.conf"), "nameserver " + address + "\n"), process);
    }

    /** What stands before a command whose process is to look up names here. */
    List<String> around() {
        return List.of(
                "unshare",
                "--mount",
                "sh",
                "-c",
                "mount --bind \"$0\" /etc/resolv.conf && exec \"$@\"",
                resolverConfiguration.toString());
    }

    /** Port 53 cannot be chosen, so the address is. */
    private static String freeAddress() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        while (true) {
            String address = "127.53." + random.nextInt(256) + "." + random.nextInt(1, 255);
            try (DatagramSocket _ = new DatagramSocket(DNS, InetAddress.getByName(address))) {
                return address;
            } catch (IOException _) {
                // Somebody has it.
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
