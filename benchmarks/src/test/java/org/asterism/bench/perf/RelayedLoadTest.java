package org.asterism.bench.perf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A whole run over real sockets, through a relay that only rewrites call numbers. */
@EnabledOnOs(OS.LINUX)
class RelayedLoadTest {
    private static final int ATTEMPTS = 5;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String... arguments) throws IOException {
        try (Relay relay = new Relay()) {
            String[] all = new String[arguments.length + 8];
            all[0] = "raw-bridge";
            all[1] = "127.0.0.1:" + relay.port();
            all[2] = "--far-end";
            all[3] = "127.0.0.1:" + freePort();
            all[4] = "--warmup";
            all[5] = "1";
            all[6] = "--duration";
            all[7] = "1";
            System.arraycopy(arguments, 0, all, 8, arguments.length);
            PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
            return Perf.run(print, print, all);
        }
    }

    /** A machine that is busy with other things may lose frames once, but not again and again. */
    private void runWithoutLoss(String... arguments) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS && !text().contains(", 0 lost = 0.000 %"); attempt++) {
            out.reset();
            assertThat(run(arguments)).as(text()).isZero();
        }
        assertThat(text()).contains(", 0 lost = 0.000 %");
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatArrivesIsCountedAndWritten() throws IOException {
        Path json = folder.resolve("result.json");
        Path html = folder.resolve("result.html");
        Path csv = folder.resolve("result.csv");
        runWithoutLoss("--calls", "2", "--json", json.toString(), "--html", html.toString(), "--csv", csv.toString());
        assertThat(text()).contains("frame, one way");
        assertThat(Files.readString(json)).contains("\"frames_lost\": 0,", "\"mos_median\": ");
        assertThat(Files.readString(html)).contains("<svg", "</html>");
        assertThat(Files.readAllLines(csv)).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void framesLostOnPurposeAreNotTheServersLoss() throws IOException {
        runWithoutLoss("--calls", "2", "--loss", "30", "--duplicate", "20", "--seed", "1");
        assertThat(text()).doesNotContain(" 0 twice");
    }

    @Test
    void aThresholdThatIsExceededIsTheExitStatus() throws IOException {
        assertThat(run("--calls", "2", "--min-mos", "4.9")).isEqualTo(1);
        assertThat(text()).contains("below 4.90");
    }

    /** The floor program's way, one datagram after another. */
    private static final class Relay implements AutoCloseable {
        private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        private final SocketAddress[] home = new SocketAddress[32768];

        Relay() throws IOException {
            Thread.ofPlatform().daemon().start(this::relay);
        }

        int port() {
            return socket.getLocalPort();
        }

        private void relay() {
            byte[] bytes = new byte[2048];
            try {
                while (true) {
                    DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
                    socket.receive(packet);
                    int number = (bytes[0] & 0x7F) << 8 | bytes[1] & 0xFF;
                    home[number] = packet.getSocketAddress();
                    int other = number ^ 1;
                    if (home[other] != null) {
                        bytes[0] = (byte) (other >> 8);
                        bytes[1] = (byte) other;
                        socket.send(new DatagramPacket(bytes, packet.getLength(), home[other]));
                    }
                }
            } catch (IOException e) {
                // Closed: the test is over.
            }
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
