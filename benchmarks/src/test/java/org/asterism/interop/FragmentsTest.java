package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.asterism.core.net.DatagramSelector;
import org.asterism.core.net.DatagramTransport;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.net.SendSlot;
import org.asterism.core.net.SocketSettings;
import org.asterism.core.net.TransportKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Datagrams that are longer than a packet of the way. The loopback interface takes packets of 64 kB, so this runs in a network namespace of
 * its own, where that is changed.
 */
@Tag("interop")
@Timeout(120)
class FragmentsTest {
    private static final int PACKET_BYTES = 1500;
    private static final int[] LENGTHS = {164, 1472, 1473, 2000, 164};

    @Test
    void shouldSendWhatIsLongerThanAPacketInFragments() throws Exception {
        List<String> alone = List.of("unshare", "--net", "--map-root-user");
        String mtu = "ip link set dev lo mtu " + PACKET_BYTES + " up";
        assumeTrue(run(alone, "sh", "-c", mtu).exit == 0, "unshare and ip make no network namespace here");

        Result result = run(
                alone,
                "sh",
                "-c",
                mtu + " && exec \"$@\"",
                "sh",
                System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED",
                "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Sender.class.getName());

        assertThat(result.output.lines()).contains("received [164, 1472, 1473, 2000, 164], dropped 0, errors {}");
    }

    private record Result(int exit, String output) {}

    private static Result run(List<String> prefix, String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(Arrays.asList(command));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return new Result(process.exitValue(), output);
    }

    /** What runs in the namespace. */
    static final class Sender {
        private Sender() {}

        public static void main(String[] arguments) throws IOException {
            try (DatagramSelector selector = TransportKind.MMSG.newSelector()) {
                DatagramTransport alice = selector.open(SocketSettings.bind(PeerAddress.of("127.0.0.1", 0)));
                DatagramTransport bob = selector.open(SocketSettings.bind(PeerAddress.of("127.0.0.1", 0)));
                List<Integer> received = new ArrayList<>();
                for (int length : LENGTHS) {
                    SendSlot slot = alice.claim();
                    alice.send(slot, length, bob.localAddress());
                    alice.flush();
                    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
                    while (bob.receive(datagram -> received.add(datagram.length())) == 0
                            && System.nanoTime() < deadline) {
                        selector.await(100);
                    }
                }
                System.out.println(
                        "received " + received + ", dropped " + alice.counters().dropped() + ", errors "
                                + alice.counters().sendErrors());
            }
        }
    }
}
