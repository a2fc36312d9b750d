package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a running switch, besides calls. */
@Tag("interop")
class SurvivalTest {
    private static final String ADDRESS = "127.0.0.71";

    private static final int FLOOD_BURST = 50;
    private static final long SEED = 20_261_121;

    @TempDir
    Path folder;

    /** Somebody elsewhere guesses the call numbers of a call that is up: full frames of all kinds, HANGUP among them. */
    @Test
    void shouldKeepACallThatAStrangerSendsFramesFor() throws IOException {
        int port = Ports.free(ADDRESS);
        try (AsterismProcess pbx = EchoSwitch.start(folder, ADDRESS, port);
                DatagramSocket stranger = new DatagramSocket(0, InetAddress.getByName("127.0.0.73"))) {
            short[] spoken = Audio.noise(8, 4);
            CompletableFuture<short[]> heard = CompletableFuture.supplyAsync(() -> speak(port, spoken));
            Eventually.within(
                    60, () -> assertThat(pbx.cli("core show channels count")).contains("1 active channel"));
            Random random = new Random(SEED);
            for (int i = 0; i < 40_000; i++) {
                byte[] bytes = new byte[12 + random.nextInt(40)];
                random.nextBytes(bytes);
                int callNumber = 1 + i % 32_767;
                bytes[0] |= (byte) 0x80;
                bytes[2] = (byte) (callNumber >> 8);
                bytes[3] = (byte) callNumber;
                bytes[10] = (byte) (random.nextBoolean() ? 6 : 1 + random.nextInt(11));
                bytes[11] = (byte) (1 + random.nextInt(40));
                stranger.send(new DatagramPacket(bytes, bytes.length, InetAddress.getByName(ADDRESS), port));
                if (i % FLOOD_BURST == 0) {
                    // As fast as it can, it would fill the kernel's receive buffer, and push out the call's own frames.
                    Ports.awaitEmptyUdp(ADDRESS, port);
                }
            }

            Audio.assertHeard(spoken, heard.join());
            Eventually.within(
                    60, () -> assertThat(pbx.cli("core show channels count")).contains("0 active channels"));
        }
    }

    @Test
    void shouldAnswerAfterAStormOfGarbage() throws IOException {
        int port = Ports.free(ADDRESS);
        try (AsterismProcess pbx = EchoSwitch.start(folder, ADDRESS, port);
                DatagramSocket stranger = new DatagramSocket(0, InetAddress.getByName("127.0.0.72"))) {
            Random random = new Random(SEED);
            for (int i = 0; i < 20_000; i++) {
                byte[] bytes = new byte[random.nextInt(200)];
                random.nextBytes(bytes);
                if (bytes.length > 12 && random.nextBoolean()) {
                    bytes[0] |= (byte) 0x80;
                    bytes[10] = (byte) (random.nextInt(12) + 1);
                }
                stranger.send(new DatagramPacket(bytes, bytes.length, InetAddress.getByName(ADDRESS), port));
            }
            Ports.awaitEmptyUdp(ADDRESS, port);

            Phone.assertEcho(folder, EchoSwitch.uri(ADDRESS, port), 2);
            Eventually.within(
                    60, () -> assertThat(pbx.cli("iax2 show channels")).contains("0 active IAX channels"));
        }
    }

    private short[] speak(int port, short[] spoken) {
        try {
            return Phone.speak(folder, EchoSwitch.uri(ADDRESS, port), spoken);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
