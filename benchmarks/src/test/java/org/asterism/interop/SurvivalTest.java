package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a running switch, besides calls. */
@Tag("interop")
class SurvivalTest {
    private static final String ADDRESS = "127.0.0.71";

    private static final int FLOOD_BURST = 50;
    private static final long FLOOD_PAUSE_NS = 4_000_000;

    @TempDir
    Path folder;

    @Test
    void shouldEndTheCallOfAPhoneThatVanishes() throws IOException {
        int port = Ports.udp(ADDRESS);
        try (AsterismProcess pbx = start(port)) {
            Path spoken = folder.resolve("long.wav");
            Audio.writeWav(spoken, Audio.noise(300, 1));
            Process phone = new ProcessBuilder(
                            AsterismProcess.HOME.resolve("asterism").toString(),
                            "call",
                            "iax:" + ADDRESS + ":" + port + "/600",
                            "--play",
                            spoken.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("phone.log").toFile())
                    .start();
            Eventually.within(
                    60, () -> assertThat(pbx.cli("core show channels count")).contains("1 active channel"));

            phone.descendants().forEach(ProcessHandle::destroyForcibly);
            phone.destroyForcibly();

            Eventually.within(
                    90, () -> assertThat(pbx.cli("core show channels count")).contains("0 active channels"));
            assertThat(pbx.cli("iax2 show channels")).contains("0 active IAX channels");
        }
    }

    /** Somebody elsewhere guesses the call numbers of a call that is up: full frames of all kinds, HANGUP among them. */
    @Test
    void shouldKeepACallThatAStrangerSendsFramesFor() throws IOException {
        int port = Ports.udp(ADDRESS);
        long seed = new Random().nextLong();
        try (AsterismProcess pbx = start(port);
                DatagramSocket stranger = new DatagramSocket(0, InetAddress.getByName("127.0.0.73"))) {
            Path in = folder.resolve("in.wav");
            Path out = folder.resolve("out.wav");
            short[] spoken = Audio.noise(8, 4);
            Audio.writeWav(in, spoken);
            CompletableFuture<Commands> call = CompletableFuture.supplyAsync(() -> Commands.run(List.of(
                    AsterismProcess.HOME.resolve("asterism").toString(),
                    "call",
                    "iax:" + ADDRESS + ":" + port + "/600",
                    "--play",
                    in.toString(),
                    "--record",
                    out.toString())));
            Eventually.within(
                    60, () -> assertThat(pbx.cli("core show channels count")).contains("1 active channel"));
            Random random = new Random(seed);
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
                    LockSupport.parkNanos(FLOOD_PAUSE_NS);
                }
            }

            Commands ended = call.join();
            assertThat(ended.status())
                    .as("seed " + seed + "\n" + ended.output())
                    .isZero();
            Audio.assertHeard(spoken, Audio.readWav(out), 400);
            Eventually.within(
                    60, () -> assertThat(pbx.cli("core show channels count")).contains("0 active channels"));
        }
    }

    @Test
    void shouldAnswerAfterAStormOfGarbage() throws IOException {
        int port = Ports.udp(ADDRESS);
        long seed = new Random().nextLong();
        try (AsterismProcess pbx = start(port);
                DatagramSocket stranger = new DatagramSocket(0, InetAddress.getByName("127.0.0.72"))) {
            Random random = new Random(seed);
            for (int i = 0; i < 20_000; i++) {
                byte[] bytes = new byte[random.nextInt(200)];
                random.nextBytes(bytes);
                if (bytes.length > 12 && random.nextBoolean()) {
                    bytes[0] |= (byte) 0x80;
                    bytes[10] = (byte) (random.nextInt(12) + 1);
                }
                stranger.send(new DatagramPacket(bytes, bytes.length, InetAddress.getByName(ADDRESS), port));
            }
            Path in = folder.resolve("in.wav");
            Path out = folder.resolve("out.wav");
            short[] spoken = Audio.noise(2, 2);
            Audio.writeWav(in, spoken);

            Commands call = Commands.run(List.of(
                    AsterismProcess.HOME.resolve("asterism").toString(),
                    "call",
                    "iax:" + ADDRESS + ":" + port + "/600",
                    "--play",
                    in.toString(),
                    "--record",
                    out.toString()));

            assertThat(call.status()).as("seed %d: %s", seed, call.output()).isZero();
            Audio.assertHeard(spoken, Audio.readWav(out), 200);
            Eventually.within(
                    60, () -> assertThat(pbx.cli("iax2 show channels")).contains("0 active IAX channels"));
        }
    }

    private AsterismProcess start(int port) throws IOException {
        return AsterismProcess.start(folder, Map.of("iax.conf", """
            [general]
            bindaddr=%s
            bindport=%d
            [guest]
            type=user
            context=tests
            """.formatted(ADDRESS, port), "extensions.conf", """
            [tests]
            exten => 600,1,Answer()
             same => n,Echo()
            """));
    }
}
