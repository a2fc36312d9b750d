package org.asterism.bench.perf.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.asterism.bench.perf.net.Ipv4;
import org.asterism.bench.perf.net.LoadSocket;
import org.asterism.bench.perf.net.WallClock;
import org.asterism.iax2.wire.IaxCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What the generator does for each frame of standing calls, over real sockets: its own pauses would be taken for the server's. */
@EnabledOnOs(OS.LINUX)
class GeneratorAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int PAIRS = 500;
    private static final long FRAMES = 200_000;
    /** How long the compilers may need. */
    private static final long LIMIT_NS = 120_000_000_000L;

    private static final int BUFFER_BYTES = 4 << 20;
    private static final long NS_PER_MS = 1_000_000;

    private LoadSocket callers;
    private LoadSocket farEnd;
    private Exchange exchange;
    private long nowNs = System.nanoTime();

    @BeforeEach
    void begin() throws IOException {
        int address = Ipv4.resolve("127.0.0.1");
        callers = new LoadSocket(address, 0, true, false, BUFFER_BYTES);
        farEnd = new LoadSocket(address, 0, true, false, BUFFER_BYTES);
        List<Outbox> outboxes = List.of(new Outbox(callers), new Outbox(farEnd));
        // Whatever is sent arrives at our own far end: there is no server.
        ClientSettings settings =
                new ClientSettings(address, farEnd.localPort(), "", "", "600", "", IaxCodec.ULAW, 20, 10_000, 60);
        exchange = new Exchange(settings, outboxes, new WallClock(), 1);
        exchange.measuring(true);
        RawCalls calls = new RawCalls(
                exchange,
                new Sources(outboxes.subList(0, 1), address, 1),
                new Sources(outboxes.subList(1, 2), address, 1),
                PAIRS,
                Integer.MAX_VALUE);
        while (!calls.ready()) {
            nowNs += NS_PER_MS;
            calls.step(nowNs, false);
        }
    }

    @AfterEach
    void end() {
        callers.close();
        farEnd.close();
    }

    private long framesTaken() {
        return exchange.tally().framesReceived;
    }

    private void exchange(long frames) {
        long until = framesTaken() + frames;
        while (framesTaken() < until) {
            nowNs += NS_PER_MS;
            exchange.receive(nowNs);
            exchange.tick(nowNs);
            exchange.flush();
        }
    }

    @Test
    void shouldSendReceiveAndCountFramesWithoutAllocatingAByte() {
        long leastBytes = Long.MAX_VALUE;
        long deadline = System.nanoTime() + LIMIT_NS;
        while (leastBytes > 0 && System.nanoTime() - deadline < 0) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            exchange(FRAMES);
            leastBytes = Math.min(leastBytes, THREADS.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(leastBytes).isZero();
    }
}
