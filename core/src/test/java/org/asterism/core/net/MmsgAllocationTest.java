package org.asterism.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.asterism.core.time.MillisClock;
import org.asterism.core.time.Timer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * A million datagrams sent, relayed in their slots, received and answered through real sockets, by the thread whose allocations are
 * counted.
 */
@EnabledOnOs(
        value = OS.LINUX,
        architectures = {"amd64", "aarch64"})
class MmsgAllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final PeerAddress ANY_PORT = PeerAddress.of("127.0.0.1", 0);
    /** Exchanges in a round; each is four datagrams: to the relay, to the callee, and back. */
    private static final int ROUND = 25_000;

    private static final int QUIET_ROUNDS = 10;
    /** The compiler may take its time before it removes the last allocation. */
    private static final int MOST_ROUNDS = 60;

    private static final int BURST = 32;
    private static final int LENGTH = 164;

    private final EventLoop loop =
            new EventLoop("allocation", TransportKind.MMSG.newSelector(), MillisClock.system(), WaitMode.BLOCKING);
    private final DatagramTransport caller = loop.bind(SocketSettings.bind(ANY_PORT), this::countAnswer);
    private final DatagramTransport relay = loop.bind(SocketSettings.bind(ANY_PORT), this::relay);
    private final DatagramTransport callee = loop.bind(SocketSettings.bind(ANY_PORT), this::answer);
    private final PeerAddress relayAddress = relay.localAddress();
    private final Timer timer = new Timer() {
        @Override
        protected void expire(long nowMs) {
            expired++;
        }
    };
    private final PeerAddress callerAddress = caller.localAddress();
    private final PeerAddress calleeAddress = callee.localAddress();
    private int answers;
    private int expired;

    MmsgAllocationTest() throws IOException {}

    @Test
    void shouldAllocateNothingForADatagram() {
        int quiet = 0;
        long[] bytes = new long[MOST_ROUNDS];
        for (int round = 0; round < MOST_ROUNDS && quiet < QUIET_ROUNDS; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            exchange();
            bytes[round] = THREADS.getCurrentThreadAllocatedBytes() - before;
            quiet = bytes[round] == 0 ? quiet + 1 : 0;
        }
        loop.close();

        assertThat(quiet)
                .as("rounds of %d exchanges without a byte; bytes in each: %s", ROUND, Arrays.toString(bytes))
                .isEqualTo(QUIET_ROUNDS);
        assertThat(expired).isPositive();
    }

    private void exchange() {
        int target = answers + ROUND;
        while (answers < target) {
            int wanted = answers + BURST;
            for (int i = 0; i < BURST; i++) {
                SendSlot slot = caller.claim();
                slot.memory().set(ValueLayout.JAVA_LONG_UNALIGNED, slot.offset(), i);
                caller.send(slot, LENGTH, relayAddress);
            }
            if (!timer.isScheduled()) {
                loop.schedule(timer, 1);
            }
            while (answers < wanted) {
                loop.turn();
            }
        }
    }

    /** What comes from the caller goes on in its slot; what comes from the callee is written anew. */
    private void relay(Datagram datagram) {
        PeerAddress peer = datagram.peer();
        if (peer == null) {
            relay.peers().intern(datagram);
        }
        if (calleeAddress.equals(peer)) {
            relay.send(datagram.memory(), datagram.offset(), datagram.length(), callerAddress);
        } else {
            datagram.memory().set(ValueLayout.JAVA_SHORT_UNALIGNED, datagram.offset(), (short) 7);
            relay.relay(datagram, 0, datagram.length(), calleeAddress);
        }
    }

    private void answer(Datagram datagram) {
        SendSlot slot = callee.claim();
        slot.memory().set(ValueLayout.JAVA_LONG_UNALIGNED, slot.offset(), answers);
        callee.reply(slot, Long.BYTES, datagram);
    }

    private void countAnswer(Datagram datagram) {
        answers++;
    }
}
