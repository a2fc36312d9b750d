package org.asterism.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.asterism.core.testing.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(
        value = OS.LINUX,
        architectures = {"amd64", "aarch64"})
class MmsgTransportTest extends DatagramTransportTest {

    private static final PeerAddress ANY_PORT = PeerAddress.of("127.0.0.1", 0);

    @Override
    DatagramSelector newSelector() {
        return TransportKind.MMSG.newSelector();
    }

    @Test
    void shouldBeWhatAutoMeansHere() {
        assertThat(TransportKind.AUTO.resolved()).isEqualTo(TransportKind.MMSG);
    }

    @Test
    void shouldSendRunsOfOneSizeInOneCallPerFlush() throws IOException {
        DatagramTransport alice = open(ANY_PORT);
        DatagramTransport bob = open(ANY_PORT);
        DatagramTransport carol = open(ANY_PORT);
        for (int i = 0; i < 10; i++) {
            send(alice, 164, i, bob.localAddress());
            send(alice, 164, i, carol.localAddress());
        }
        alice.flush();
        receive(bob, 10, this::note);
        receive(carol, 10, this::note);

        assertThat(alice.counters().sendCalls()).isOne();
        assertThat(alice.counters().sent()).isEqualTo(20);
        assertThat(alice.counters().segmented()).isEqualTo(20);
    }

    @Test
    void shouldSayWhyTheSystemRefused() throws IOException {
        DatagramTransport alice = open(ANY_PORT);
        send(alice, 1, 1, ANY_PORT);
        alice.flush();

        assertThat(alice.counters().sendErrors()).containsExactly(java.util.Map.entry(Libc.EINVAL, 1L));
    }

    @Test
    void shouldTellWhatTheKernelDropped() throws IOException {
        DatagramTransport alice = open(ANY_PORT);
        DatagramTransport bob = selector.open(SocketSettings.bind(ANY_PORT).withBuffers(1, 0));
        for (int i = 0; i < 1000; i++) {
            send(alice, 100, 1, bob.localAddress());
        }
        alice.flush();
        // A busy kernel delivers to a socket of its own some time after the call that sent.
        Eventually.await("all have come or been dropped", () -> {
            bob.receive(_ -> {});
            return bob.counters().received() + bob.counters().kernelDropped() == 1000;
        });
        assertThat(bob.counters().kernelDropped()).isPositive();
    }
}
