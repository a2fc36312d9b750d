package org.asterism.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.BindException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every transport over real sockets does; each kind inherits these tests. */
@Timeout(180)
abstract class DatagramTransportTest {

    private static final PeerAddress ANY_PORT = PeerAddress.of("127.0.0.1", 0);

    final DatagramSelector selector = newSelector();
    final List<String> received = new ArrayList<>();

    abstract DatagramSelector newSelector();

    @AfterEach
    void closeSelector() {
        selector.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.9", "::1"})
    void shouldCarryBytesLengthAndSource(String host) throws IOException {
        DatagramTransport alice = open(PeerAddress.of(host, 0));
        DatagramTransport bob = open(PeerAddress.of(host, 0));
        for (int length : new int[] {0, 1, 12, 164, 1500, 2048}) {
            received.clear();
            send(alice, length, length % 100, bob.localAddress());
            alice.flush();
            receive(bob, 1, datagram -> {
                assertThat(datagram.source()).isEqualTo(alice.localAddress());
                assertThat(datagram.receivedNs()).isLessThanOrEqualTo(System.nanoTime());
                note(datagram);
            });
            assertThat(received).containsExactly(length + "/" + (length == 0 ? -1 : length % 100));
        }
        assertThat(bob.counters().received()).isEqualTo(6);
        assertThat(bob.counters().receivedBytes()).isEqualTo(1 + 12 + 164 + 1500 + 2048);
        assertThat(alice.counters().sent()).isEqualTo(6);
        assertThat(alice.counters().dropped()).isZero();
    }

    @Test
    void shouldShowIpv4SendersToASocketOfBothFamilies() throws IOException {
        DatagramTransport both = open(PeerAddress.of("::", 0));
        DatagramTransport alice = open(ANY_PORT);
        send(alice, 10, 1, PeerAddress.of("127.0.0.1", both.localAddress().port()));
        alice.flush();
        receive(both, 1, datagram -> {
            assertThat(datagram.source()).isEqualTo(alice.localAddress());
            both.relay(datagram, 0, datagram.length(), datagram.source());
        });
        both.flush();
        receive(alice, 1, this::note);

        assertThat(received).containsExactly("10/1");
    }

    @Test
    void shouldDropAndCountWhatDoesNotFitASlot() throws IOException {
        DatagramTransport bob = open(ANY_PORT);
        try (java.net.DatagramSocket alice = new java.net.DatagramSocket()) {
            for (int length : new int[] {2049, 3000, 5}) {
                alice.send(new java.net.DatagramPacket(
                        new byte[length], length, bob.localAddress().socketAddress()));
            }
        }
        int taken = 0;
        while (taken < 3) {
            selector.await(DatagramSelector.FOREVER);
            taken += bob.receive(this::note);
        }
        assertThat(received).containsExactly("5/0");
        assertThat(bob.counters().dropped(DropReason.TRUNCATED)).isEqualTo(2);
        assertThat(bob.counters().received()).isOne();
    }

    @Test
    void shouldRelayFromTheSlotWithRewrittenBytes() throws IOException {
        DatagramTransport alice = open(ANY_PORT);
        DatagramTransport relay = open(ANY_PORT);
        DatagramTransport bob = open(ANY_PORT);
        for (int i = 0; i < 10; i++) {
            send(alice, 20, i, relay.localAddress());
        }
        alice.flush();
        receive(relay, 10, datagram -> {
            byte first = datagram.memory().get(ValueLayout.JAVA_BYTE, datagram.offset());
            datagram.memory().asSlice(datagram.offset(), datagram.length()).fill((byte) (first + 100));
            relay.relay(datagram, 4, 16, bob.localAddress());
        });
        relay.flush();
        receive(bob, 10, this::note);

        assertThat(received)
                .containsExactly(
                        "16/100", "16/101", "16/102", "16/103", "16/104", "16/105", "16/106", "16/107", "16/108",
                        "16/109");
    }

    @Test
    void shouldNotReceiveOverWhatIsQueued() throws IOException {
        DatagramTransport alice = open(ANY_PORT);
        DatagramTransport relay = open(ANY_PORT);
        DatagramTransport bob = open(ANY_PORT);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 5; i++) {
                send(alice, 20, 10 * round + i, relay.localAddress());
            }
            alice.flush();
            receive(relay, 5, datagram -> relay.relay(datagram, 0, 20, bob.localAddress()));
            if (round != 0) { // the first round's are still queued when the second's come
                relay.flush();
            }
        }
        receive(bob, 15, this::note);

        assertThat(received)
                .containsExactly(
                        "20/0", "20/1", "20/2", "20/3", "20/4", "20/10", "20/11", "20/12", "20/13", "20/14", "20/20",
                        "20/21", "20/22", "20/23", "20/24");
    }

    @Test
    void shouldReplyToASourceThatIsNotInterned() throws IOException {
        DatagramTransport alice = open(ANY_PORT);
        DatagramTransport bob = open(ANY_PORT);
        send(alice, 7, 3, bob.localAddress());
        alice.flush();
        receive(bob, 1, datagram -> {
            SendSlot slot = bob.claim();
            MemorySegment.copy(datagram.memory(), datagram.offset(), slot.memory(), slot.offset(), 5);
            bob.reply(slot, 5, datagram);
        });
        bob.flush();
        receive(alice, 1, this::note);

        assertThat(received).containsExactly("5/3");
        assertThat(bob.peers().size()).isZero();
    }

    @Test
    void shouldRecogniseAnInternedSourceWithinTheSameBatch() throws IOException {
        DatagramTransport alice = open(ANY_PORT);
        DatagramTransport bob = open(ANY_PORT);
        for (int i = 0; i < 5; i++) {
            send(alice, 1, i, bob.localAddress());
        }
        alice.flush();
        List<PeerAddress> peers = new ArrayList<>();
        receive(bob, 5, datagram -> {
            if (datagram.peer() == null) {
                bob.peers().intern(datagram);
            }
            peers.add(datagram.source());
        });
        assertThat(peers).hasSize(5).allSatisfy(peer -> assertThat(peer).isSameAs(peers.getFirst()));
        assertThat(bob.peers().find(alice.localAddress())).isSameAs(peers.getFirst());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldKeepTheOrderOfEachDestination(long seed) throws IOException {
        Random random = new Random(seed);
        DatagramTransport alice = open(ANY_PORT);
        List<DatagramTransport> others = new ArrayList<>();
        Map<DatagramTransport, List<String>> expected = new HashMap<>();
        for (int i = 0; i < 5; i++) {
            others.add(open(PeerAddress.of("127.0.0." + (1 + i), 0)));
            expected.put(others.get(i), new ArrayList<>());
        }
        int[] lengths = {0, 12, 12, 164, 164, 164, 1200, 1201, 2000};
        for (int round = 0; round < 30; round++) {
            int count = random.nextInt(200);
            for (int i = 0; i < count; i++) {
                DatagramTransport to = others.get(random.nextInt(others.size()));
                int length = lengths[random.nextInt(lengths.length)];
                send(alice, length, i % 100, to.localAddress());
                expected.getOrDefault(to, List.of()).add(length + "/" + (length == 0 ? -1 : i % 100));
            }
            alice.flush();
            for (DatagramTransport other : others) {
                received.clear();
                List<String> wanted = expected.getOrDefault(other, List.of());
                receive(other, wanted.size(), this::note);
                assertThat(received).as("seed %d round %d", seed, round).isEqualTo(wanted);
                wanted.clear();
            }
        }
        assertThat(alice.counters().dropped()).isZero();
    }

    @Test
    void shouldOutliveUnreachablePorts() throws IOException {
        DatagramTransport alice = open(ANY_PORT);
        DatagramTransport gone = open(ANY_PORT);
        DatagramTransport bob = open(ANY_PORT);
        PeerAddress nobody = gone.localAddress();
        gone.close();
        for (int i = 0; i < 3; i++) {
            send(alice, 10, i, nobody);
            alice.flush();
            alice.receive(this::note);
            send(alice, 10, i, bob.localAddress());
            alice.flush();
            alice.receive(this::note);
        }
        receive(bob, 3, this::note);

        assertThat(received).containsExactly("10/0", "10/1", "10/2");
    }

    @Test
    void shouldCountWhatTheSystemRefusesAndSendTheRest() throws IOException {
        DatagramTransport alice = open(ANY_PORT);
        DatagramTransport bob = open(ANY_PORT);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 3; i++) {
                send(alice, 10, i, bob.localAddress().withPort(0));
                send(alice, 10, i, bob.localAddress());
            }
            alice.flush();
            received.clear();
            receive(bob, 3, this::note);
            assertThat(received).containsExactly("10/0", "10/1", "10/2");
        }
        assertThat(alice.counters().dropped(DropReason.SEND_REFUSED)).isEqualTo(6);
        assertThat(alice.counters().sent()).isEqualTo(6);
    }

    @Test
    void shouldCountDestinationsOfTheWrongFamily() throws IOException {
        DatagramTransport alice = open(ANY_PORT);
        send(alice, 10, 1, PeerAddress.of("::1", 4569));
        alice.flush();

        assertThat(alice.counters().dropped(DropReason.WRONG_FAMILY)).isOne();
        assertThat(alice.counters().sent()).isZero();
    }

    @Test
    void shouldRefuseBytesNobodyWrote() throws IOException {
        DatagramTransport alice = open(ANY_PORT);
        SendSlot slot = alice.claim();
        assertThat(alice.claim()).isSameAs(slot);
        assertThatThrownBy(() -> alice.send(slot, slot.capacity() + 1, ANY_PORT))
                .isInstanceOf(IllegalArgumentException.class);
        alice.send(slot, 1, alice.localAddress());
        assertThatThrownBy(() -> alice.send(slot, 1, ANY_PORT)).isInstanceOf(IllegalStateException.class);
        alice.flush();
        receive(
                alice,
                1,
                datagram -> assertThatThrownBy(() -> alice.relay(datagram, 1, 1, ANY_PORT))
                        .isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void shouldWaitOnSeveralSockets() throws IOException {
        DatagramTransport first = open(ANY_PORT);
        DatagramTransport second = open(ANY_PORT);
        assertThat(selector.await(0)).isFalse();
        assertThat(selector.await(1)).isFalse();
        send(first, 10, 1, second.localAddress());
        first.flush();

        assertThat(selector.await(DatagramSelector.FOREVER)).isTrue();
        receive(second, 1, this::note);
        assertThat(selector.await(0)).isFalse();
        second.close();
        assertThat(selector.await(0)).isFalse();
    }

    @Test
    void shouldWakeUpTheWaitThatIsOrTheNext() throws InterruptedException {
        selector.wakeup();
        assertThat(selector.await(DatagramSelector.FOREVER)).isFalse();
        Thread waker = Thread.ofPlatform().start(selector::wakeup);
        assertThat(selector.await(DatagramSelector.FOREVER)).isFalse();
        waker.join();
        assertThat(selector.await(0)).isFalse();
    }

    @Test
    void shouldSayWhichAddressIsInUse() throws IOException {
        DatagramTransport alice = open(ANY_PORT);

        assertThatThrownBy(() -> open(alice.localAddress()))
                .isInstanceOf(BindException.class)
                .hasMessageContaining("cannot bind " + alice.localAddress());
        assertThatThrownBy(() -> open(PeerAddress.of("192.0.2.1", 0))).isInstanceOf(BindException.class);
    }

    @Test
    void shouldShareAPortWhenAsked() throws IOException {
        DatagramTransport first = selector.open(SocketSettings.bind(ANY_PORT).withSharedPort(null));
        DatagramTransport second =
                selector.open(SocketSettings.bind(first.localAddress()).withSharedPort(null));

        assertThat(second.localAddress()).isEqualTo(first.localAddress());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void shouldTakeTypeOfServiceAndBufferSizes(String host) throws IOException {
        SocketSettings settings = SocketSettings.bind(PeerAddress.of(host, 0))
                .withTypeOfService(0xB8)
                .withBuffers(1 << 17, 1 << 17);
        DatagramTransport alice = selector.open(settings);
        send(alice, 10, 1, alice.localAddress());
        alice.flush();
        receive(alice, 1, this::note);

        assertThat(received).containsExactly("10/1");
    }

    @Test
    void shouldCountWhatIsSentAfterClosing() throws IOException {
        DatagramTransport alice = open(ANY_PORT);
        send(alice, 10, 1, alice.localAddress());
        alice.close();
        alice.close();
        send(alice, 10, 1, alice.localAddress());
        alice.flush();

        assertThat(alice.counters().dropped(DropReason.CLOSED)).isEqualTo(2);
        assertThat(alice.receive(this::note)).isZero();
        selector.close();
        selector.close();
        selector.wakeup();
    }

    DatagramTransport open(PeerAddress local) throws IOException {
        return selector.open(SocketSettings.bind(local));
    }

    void note(Datagram datagram) {
        int value = -1;
        for (int i = 0; i < datagram.length(); i++) {
            byte next = datagram.memory().get(ValueLayout.JAVA_BYTE, datagram.offset() + i);
            assertThat(i == 0 || next == value).isTrue();
            value = next;
        }
        received.add(datagram.length() + "/" + value);
    }

    static void send(DatagramTransport from, int length, int value, PeerAddress to) {
        SendSlot slot = from.claim();
        slot.memory().asSlice(slot.offset(), length).fill((byte) value);
        from.send(slot, length, to);
    }

    void receive(DatagramTransport transport, int count, DatagramHandler handler) {
        int got = 0;
        long limitNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (got < count) {
            got += transport.receive(handler);
            if (got < count) {
                selector.await(100);
                assertThat(System.nanoTime())
                        .as("%d of %d datagrams came", got, count)
                        .isLessThan(limitNs);
            }
        }
    }
}
