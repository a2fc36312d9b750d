package org.asterism.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class RelayAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int FRAMES = 1_000_000;
    /** The compilers need a while until they see that nothing escapes. */
    private static final int ATTEMPTS = 20;

    private final BridgedCalls calls = new BridgedCalls();

    @Test
    void shouldRelayAMillionFramesWithoutAllocatingAByte() {
        long leastBytes = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && leastBytes > 0; attempt++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            relay(FRAMES);
            leastBytes = Math.min(leastBytes, THREADS.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(leastBytes).isZero();
    }

    @Test
    void shouldDeliverEveryFrame() {
        long fullBefore = calls.fullVoiceHeard();
        long minisBefore = calls.minisHeard();

        long sent = relay(FRAMES);

        long minis = calls.minisHeard() - minisBefore;
        long fullFrames = calls.fullVoiceHeard() - fullBefore;
        assertThat(minis + fullFrames).isEqualTo(sent);
        assertThat(fullFrames).isBetween(sent / 3277 - 64, sent / 3277 + 64);
        assertThat(calls.counters().relayed()).isEqualTo(calls.minisHeard());
    }

    private long relay(long frames) {
        long sent = 0;
        while (sent < frames) {
            sent += calls.round();
        }
        return sent;
    }
}
