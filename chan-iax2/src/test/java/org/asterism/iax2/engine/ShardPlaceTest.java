package org.asterism.iax2.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.asterism.core.net.Datagram;
import org.asterism.core.net.DatagramSelector;
import org.asterism.core.net.DatagramTransport;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.net.SocketSettings;
import org.asterism.core.net.TransportKind;
import org.asterism.core.testing.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardPlaceTest {
    private static final byte[] MINI = {0x12, 0x34, 0, 0};

    /** Sockets that share a port, as those of shards do. */
    private static final class Sockets implements AutoCloseable {
        private final List<DatagramSelector> selectors = new ArrayList<>();
        private final List<DatagramTransport> transports = new ArrayList<>();

        Sockets(String host, int count) throws IOException {
            assumeTrue(TransportKind.AUTO.resolved() == TransportKind.MMSG, "Sharing a port needs the mmsg transport");
            PeerAddress local = PeerAddress.of(host, 0);
            for (int i = 0; i < count; i++) {
                DatagramSelector selector = TransportKind.MMSG.newSelector();
                selectors.add(selector);
                DatagramTransport transport = selector.open(
                        SocketSettings.bind(local).withSharedPort(i == 0 ? ShardPlace.steering(count) : null));
                transports.add(transport);
                local = transport.localAddress();
            }
        }

        /** Index of the socket that gets the one datagram that is under way. */
        int receiver() {
            int[] found = {-1};
            Eventually.await("a datagram", () -> {
                for (int i = 0; i < transports.size(); i++) {
                    int index = i;
                    transports.get(i).receive((Datagram _) -> {
                        assertThat(found[0]).isEqualTo(-1);
                        found[0] = index;
                    });
                }
                return found[0] >= 0;
            });
            return found[0];
        }

        void send(String from, String to, byte[] bytes) throws IOException {
            try (DatagramSocket sender = new DatagramSocket(0, InetAddress.ofLiteral(from))) {
                int port = transports.getFirst().localAddress().port();
                sender.send(new DatagramPacket(bytes, bytes.length, InetAddress.ofLiteral(to), port));
            }
        }

        @Override
        public void close() {
            selectors.forEach(DatagramSelector::close);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 16})
    void shouldGetMediaFromTheAddressesItCounts(int count) throws IOException {
        Random random = new Random(count);
        try (Sockets sockets = new Sockets("127.0.0.1", count)) {
            for (int i = 0; i < 100; i++) {
                String from =
                        "127." + random.nextInt(256) + "." + random.nextInt(256) + "." + (1 + random.nextInt(254));
                sockets.send(from, "127.0.0.1", MINI);
                assertThat(sockets.receiver()).as(from).isEqualTo(ShardPlace.of(PeerAddress.of(from, 1), count));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"::, 127.3.2.1, 127.0.0.1", "::, ::1, ::1", "::1, ::1, ::1"})
    void shouldReadBothKindsOfHeaders(String bound, String from, String to) throws IOException {
        try (Sockets sockets = new Sockets(bound, 8)) {
            sockets.send(from, to, MINI);
            assertThat(sockets.receiver()).isEqualTo(ShardPlace.of(PeerAddress.of(from, 1), 8));
        } catch (java.net.SocketException e) {
            assumeTrue(false, "This machine has no IPv6: " + e.getMessage());
        }
    }

    @Test
    void shouldGetFullFramesWithItsCallNumbersFromAnywhere() throws IOException {
        int count = 4;
        try (Sockets sockets = new Sockets("127.0.0.1", count)) {
            for (int index = 0; index < count; index++) {
                int ours = new ShardPlace(index, count).callNumber(1000 + index);
                byte[] retransmission = {(byte) 0x80, 5, (byte) (0x80 | ours >> 8), (byte) ours, 0, 0, 0, 0, 0, 0, 6, 4
                };
                sockets.send("127.9.9.9", "127.0.0.1", retransmission);
                assertThat(sockets.receiver()).isEqualTo(index);
            }
            byte[] request = {(byte) 0x80, 5, 0, 0, 0, 0, 0, 0, 0, 0, 6, 1};
            sockets.send("127.9.9.9", "127.0.0.1", request);
            assertThat(sockets.receiver()).isEqualTo(ShardPlace.of(PeerAddress.of("127.9.9.9", 1), count));
        }
    }

    @Test
    void shouldGiveWhatIsTooShortToTheFirst() throws IOException {
        try (Sockets sockets = new Sockets("127.0.0.1", 4)) {
            sockets.send("127.0.0.7", "127.0.0.1", new byte[] {(byte) 0x80});
            assertThat(sockets.receiver()).isZero();
        }
    }

    @Test
    void shouldShareOutCallNumbersWithoutOverlap() {
        for (int count : new int[] {1, 2, 16}) {
            List<Integer> numbers = IntStream.range(0, count)
                    .mapToObj(index -> new ShardPlace(index, count))
                    .flatMap(place -> IntStream.range(0, place.callNumbers()).mapToObj(place::callNumber))
                    .toList();
            assertThat(numbers).doesNotHaveDuplicates().hasSize(CallNumbers.LAST_DIALOG - CallNumbers.FIRST_DIALOG + 1);
            assertThat(numbers)
                    .allMatch(number -> number >= CallNumbers.FIRST_DIALOG && number <= CallNumbers.LAST_DIALOG);
        }
    }

    @Test
    void shouldSpreadAddressesThatDifferInOnePartOnly() {
        int[] hits = new int[4];
        for (int i = 1; i < 255; i++) {
            hits[ShardPlace.of(PeerAddress.of("10.0.0." + i, 1), 4)]++;
        }
        assertThat(IntStream.of(hits)).allMatch(count -> count > 40);
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "2, 2", "-1, 1", "0, 32", "0, 0"})
    void shouldRefusePlacesThatAreNone(int index, int count) {
        assertThatThrownBy(() -> new ShardPlace(index, count)).isInstanceOf(IllegalArgumentException.class);
    }
}
