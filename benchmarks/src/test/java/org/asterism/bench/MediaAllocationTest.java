package org.asterism.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The thread that moves frames allocates nothing for them, by the JVM's own count. */
class MediaAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int MILLION = 1_000_000;
    /** Long enough that every call has had a full frame. */
    private static final int FRAMES = 250_000;
    /** The compilers need a while until they see that nothing escapes. */
    private static final int PRACTICE_FRAMES = 100_000;

    private static final int MOST_PRACTICE = 100;
    private static final int ATTEMPTS = 5;

    @ParameterizedTest
    @EnumSource
    void shouldMoveFramesWithoutAllocatingAByte(CallMedia media) {
        try (BenchCalls calls = new BenchCalls(DetachedLine::new, media)) {
            assertThat(leastBytesFor(calls, FRAMES)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RELAY", "ECHO", "PLAY"})
    @EnabledOnOs(OS.LINUX)
    void shouldMoveAMillionFramesThroughTheKernelWithoutAllocatingAByte(CallMedia media) {
        try (BenchCalls calls = new BenchCalls(LoopbackLine::new, media)) {
            assertThat(leastBytesFor(calls, MILLION)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldDeliverEveryFrame(CallMedia media) {
        try (BenchCalls calls = new BenchCalls(DetachedLine::new, media)) {
            long fullBefore = calls.fullVoiceHeard();
            long minisBefore = calls.minisHeard();

            long frames = move(calls, FRAMES);

            long minis = calls.minisHeard() - minisBefore;
            long fullFrames = calls.fullVoiceHeard() - fullBefore;
            assertThat(minis + fullFrames).isEqualTo(frames);
            assertThat(fullFrames).isBetween(frames / 3277 - 64, frames / 3277 + 64);
        }
    }

    @Test
    void shouldCountWhatIsRelayed() {
        try (BenchCalls calls = new BenchCalls(DetachedLine::new, CallMedia.RELAY)) {
            move(calls, PRACTICE_FRAMES);

            assertThat(calls.counters().relayed()).isEqualTo(calls.minisHeard());
        }
    }

    private static long leastBytesFor(BenchCalls calls, long frames) {
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && least > 0; attempt++) {
            practise(calls);
            long minisBefore = calls.minisHeard();
            least = Math.min(least, bytesFor(calls, frames));
            assertThat(calls.minisHeard() - minisBefore).isGreaterThan(frames - frames / 1000);
        }
        return least;
    }

    private static void practise(BenchCalls calls) {
        for (int i = 0; i < MOST_PRACTICE && bytesFor(calls, PRACTICE_FRAMES) > 0; i++) {
            // The count is what is waited for.
        }
    }

    private static long bytesFor(BenchCalls calls, long frames) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        move(calls, frames);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static long move(BenchCalls calls, long frames) {
        long moved = 0;
        while (moved < frames) {
            moved += calls.round();
        }
        return moved;
    }
}
