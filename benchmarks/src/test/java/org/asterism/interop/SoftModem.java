package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An iaxmodem (Debian's package): a fax modem that is an IAX2 phone, controlled through a terminal device. */
final class SoftModem implements AutoCloseable {
    private static final Path CONFIGURATIONS = Path.of("/etc/iaxmodem");
    private static final int LIMIT_S = 90;

    private final Path configuration;
    private final Process process;
    private final FileOutputStream toModem;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    private SoftModem(Path configuration, Process process, Path device) throws IOException {
        this.configuration = configuration;
        this.process = process;
        Commands raw = Commands.run(List.of("stty", "-F", device.toString(), "raw", "-echo"));
        assertThat(raw.status()).as(raw.output()).isZero();
        this.toModem = new FileOutputStream(device.toFile());
        FileInputStream fromModem = new FileInputStream(device.toFile());
        Thread.ofPlatform().daemon().name("modem " + device).start(() -> read(fromModem));
    }

    /** Starts one that registers as a peer. */
    static SoftModem start(Path folder, String peer, String secret, String server, int serverPort) throws IOException {
        Path device = folder.resolve("tty-" + peer);
        Path configuration = CONFIGURATIONS.resolve("asterism-test-" + peer);
        Files.createDirectories(CONFIGURATIONS);
        Files.createDirectories(Path.of("/var/log/iaxmodem"));
        Files.writeString(configuration, """
            device %s
            owner root:root
            mode 600
            port %d
            refresh 60
            server %s:%d
            peername %s
            secret %s
            cidname %s
            cidnumber %s
            codec ulaw
            """.formatted(
                        device, Ports.free("127.0.0.1"), server, serverPort, peer, secret, peer, peer));
        Process process = new ProcessBuilder(
                        "iaxmodem", configuration.getFileName().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("iaxmodem-" + peer + ".log").toFile())
                .start();
        Eventually.within(60, () -> assertThat(device).exists());
        return new SoftModem(configuration, process, device);
    }

    void command(String line) throws IOException {
        write((line + "\r").getBytes(StandardCharsets.US_ASCII));
    }

    void write(byte[] bytes) throws IOException {
        toModem.write(bytes);
        toModem.flush();
    }

    /** Waits for words from the modem, and forgets what it said up to their end. */
    void expect(String words) {
        Eventually.within(LIMIT_S, () -> {
            synchronized (received) {
                String heard = heard();
                assertThat(heard).contains(words);
                received.reset();
                received.writeBytes(
                        heard.substring(heard.indexOf(words) + words.length()).getBytes(StandardCharsets.ISO_8859_1));
            }
        });
    }

    /** Everything the modem said since the last {@link #expect}, a character a byte. */
    String heard() {
        synchronized (received) {
            return received.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private void read(FileInputStream fromModem) {
        byte[] buffer = new byte[512];
        try (fromModem) {
            for (int length = fromModem.read(buffer); length >= 0; length = fromModem.read(buffer)) {
                synchronized (received) {
                    received.write(buffer, 0, length);
                }
            }
        } catch (IOException e) {
            // The device goes away with the modem; what it said until then is all there is.
            if (process.isAlive()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        toModem.close();
        Files.deleteIfExists(configuration);
    }
}
