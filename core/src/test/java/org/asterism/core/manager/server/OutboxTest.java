package org.asterism.core.manager.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Outbox outbox = new Outbox(written, () -> {}, count -> bytes("lost " + count + "\n"));

    @Test
    void nothingFollowsTheLastWordsAndNothingAfterThemCountsAsLost() {
        outbox.offer(bytes("event\n"));
        outbox.last(bytes("bye\n"));
        outbox.offer(bytes("late\n"));
        outbox.last(bytes("bye again\n"));
        outbox.run();
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("event\nbye\n");
        assertThat(outbox.droppedInAll()).isZero();
        assertThat(outbox.finish()).isTrue();
    }

    @Test
    void eventsLostOnTheirWayAreToldOfAfterWhatWaits() {
        outbox.offer(bytes("event\n"));
        outbox.missed(3);
        outbox.last(bytes("bye\n"));
        outbox.run();
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("event\nbye\nlost 3\n");
        assertThat(outbox.droppedInAll()).isEqualTo(3);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
