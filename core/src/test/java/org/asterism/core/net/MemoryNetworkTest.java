package org.asterism.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import org.asterism.core.time.Timer;
import org.junit.jupiter.api.Test;

class MemoryNetworkTest {

    private static final PeerAddress ALICE = PeerAddress.of("127.0.0.1", 4569);
    private static final PeerAddress BOB = PeerAddress.of("127.0.0.2", 4569);
    private static final long SEED = 7;

    private final MemoryNetwork network = new MemoryNetwork(SEED);
    private final List<Integer> received = new ArrayList<>();
    private final DatagramTransport alice;
    private final DatagramTransport bob;

    MemoryNetworkTest() throws IOException {
        alice = network.newLoop("alice").bind(SocketSettings.bind(ALICE), _ -> {});
        bob = network.newLoop("bob").bind(SocketSettings.bind(BOB), this::receive);
    }

    @Test
    void shouldDeliverInOrderWithinTheMillisecond() {
        send(0, 500);
        network.run(0);

        assertThat(received).hasSize(500).isSorted();
        assertThat(bob.counters().received()).isEqualTo(500);
        assertThat(alice.counters().sentBytes()).isEqualTo(2000);
    }

    @Test
    void shouldDelayByVirtualTime() {
        network.setConditions(ALICE, BOB, new LinkConditions(0, 0, 0, 50, 20));
        long startMs = network.clock().nowMs();
        send(0, 10);

        network.run(49);
        assertThat(received).isEmpty();
        assertThat(network.runUntil(() -> received.size() == 10, 1000)).isTrue();
        assertThat(network.clock().nowMs() - startMs).isBetween(50L, 70L);
        assertThat(received).isSorted();
    }

    @Test
    void shouldLoseDoubleAndReorderTheSameWayForTheSameSeed() throws IOException {
        network.setConditions(new LinkConditions(0.1, 0.05, 0.2, 10, 10));
        send(0, 1000);
        network.run(1000);

        MemoryNetworkTest again = new MemoryNetworkTest();
        again.network.setConditions(new LinkConditions(0.1, 0.05, 0.2, 10, 10));
        again.send(0, 1000);
        again.network.run(1000);

        assertThat(received)
                .hasSizeBetween(850, 1000)
                .isNotEqualTo(received.stream().sorted().toList());
        assertThat(again.received).isEqualTo(received);
        assertThat(alice.counters().dropped(DropReason.SIMULATED_LOSS)).isBetween(50L, 150L);
    }

    @Test
    void shouldCountWhatNobodyReceives() {
        alice.send(slot(1), Integer.BYTES, BOB.withPort(1));
        alice.flush();
        network.run(1);

        assertThat(alice.counters().dropped(DropReason.UNREACHABLE)).isOne();
    }

    @Test
    void shouldReachASocketBoundToAll() throws IOException {
        DatagramTransport all =
                network.newLoop("all").bind(SocketSettings.bind(PeerAddress.of("0.0.0.0", 7)), this::receive);
        alice.send(slot(1), Integer.BYTES, PeerAddress.of("127.0.0.9", 7));
        network.run(1);
        assertThat(all.counters().received()).isOne();
    }

    @Test
    void shouldRefuseAnAddressInUse() {
        assertThatThrownBy(() -> network.newLoop("other").bind(SocketSettings.bind(ALICE), _ -> {}))
                .isInstanceOf(BindException.class)
                .hasMessageContaining("127.0.0.1:4569");
    }

    @Test
    void shouldTurnTimersAndNotHangOnOnesThatNeverRest() throws IOException {
        EventLoop loop = network.newLoop("timers");
        Timer restless = new Timer() {
            @Override
            protected void expire(long nowMs) {
                loop.timers().schedule(this, nowMs);
            }
        };
        loop.schedule(restless, 10);

        assertThatThrownBy(() -> network.run(100))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not come to rest");
    }

    @Test
    void shouldShowEverythingToATap() {
        List<String> seen = new ArrayList<>();
        network.setTap((_, from, to, payload) -> seen.add(from + " " + to + " " + payload.length));
        network.setConditions(new LinkConditions(1, 0, 0, 0, 0));
        send(0, 1);
        network.run(1);

        assertThat(seen).containsExactly("127.0.0.1:4569 127.0.0.2:4569 4");
        assertThat(received).isEmpty();
    }

    private void send(int first, int count) {
        for (int i = first; i < first + count; i++) {
            alice.send(slot(i), Integer.BYTES, BOB);
        }
    }

    private SendSlot slot(int number) {
        SendSlot slot = alice.claim();
        slot.memory().set(ValueLayout.JAVA_INT_UNALIGNED, slot.offset(), number);
        return slot;
    }

    private void receive(Datagram datagram) {
        received.add(datagram.memory().get(ValueLayout.JAVA_INT_UNALIGNED, datagram.offset()));
    }
}
