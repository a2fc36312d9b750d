package org.asterism.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.asterism.core.time.MillisClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopRoundEventTest {
    private static final long WORK_NS = TimeUnit.MILLISECONDS.toNanos(20);

    @TempDir
    Path folder;

    @Test
    void aRecordingThatWantsItIsToldOfALongRound() throws IOException, InterruptedException, ExecutionException {
        Path file = folder.resolve("loops.jfr");
        try (Recording recording = new Recording();
                EventLoop loop = new EventLoop(
                        "watched", TransportKind.NIO.newSelector(), MillisClock.system(), WaitMode.BLOCKING)) {
            recording.enable(LoopRoundEvent.NAME);
            recording.start();
            loop.start();
            loop.ask(LoopRoundEventTest::work).get();
            // The round is over when the next command runs.
            loop.ask(() -> 0).get();
            recording.stop();
            recording.dump(file);
        }

        List<RecordedEvent> events = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(LoopRoundEvent.NAME))
                .toList();

        assertThat(events).anySatisfy(event -> {
            assertThat(event.getString("loop")).isEqualTo("watched");
            assertThat(event.getBoolean("nap")).isFalse();
            assertThat(event.getLong("heldUp")).isGreaterThanOrEqualTo(WORK_NS);
            assertThat(event.getLong("runDelay") + event.getLong("stolen")).isBetween(0L, event.getLong("heldUp"));
        });
    }

    private static long work() {
        long began = System.nanoTime();
        while (System.nanoTime() - began < WORK_NS) {
            Thread.onSpinWait();
        }
        return began;
    }
}
