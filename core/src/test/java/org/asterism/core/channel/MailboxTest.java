package org.asterism.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.asterism.core.media.Format;
import org.asterism.core.testing.MemoryLoop;
import org.asterism.core.testing.MemoryTechnology;
import org.asterism.core.testing.TestPbx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {
    private static final int CAPACITY = 512;
    private static final long PATIENCE_S = 20;

    @TempDir
    private Path folder;

    private final Mailbox mailbox = new Mailbox();
    private MemoryLoop loop;
    private Channel channel;

    @BeforeEach
    void start() {
        TestPbx pbx = new TestPbx(folder);
        loop = new MemoryLoop("mailbox");
        channel = new MemoryTechnology(pbx.channels(), loop, Format.ULAW, false)
                .incoming("1")
                .channel();
    }

    @AfterEach
    void stop() {
        loop.close();
    }

    private void post(int value) {
        mailbox.post(ChannelEvent.of(channel, ChannelEvent.Kind.WAKE, value));
    }

    private CompletableFuture<ChannelEvent> polling(long timeoutMs, CountDownLatch begun) {
        CompletableFuture<ChannelEvent> result = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            begun.countDown();
            try {
                result.complete(mailbox.poll(timeoutMs));
            } catch (InterruptedException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    @Test
    void shouldGiveEventsInTheirOrder() throws InterruptedException {
        post(1);
        post(2);

        assertThat(mailbox.poll(Mailbox.WITHOUT_END).value()).isEqualTo(1);
        assertThat(mailbox.poll(1).value()).isEqualTo(2);
        assertThat(mailbox.poll(0)).isNull();
        assertThat(mailbox.poll(1)).isNull();
    }

    @Test
    void shouldWakeWhoWaitsWithAndWithoutAnEnd() throws Exception {
        for (int i = 0; i < 200; i++) {
            CountDownLatch begun = new CountDownLatch(1);
            CompletableFuture<ChannelEvent> waiting =
                    polling(i % 2 == 0 ? Mailbox.WITHOUT_END : TimeUnit.SECONDS.toMillis(PATIENCE_S), begun);
            begun.await();
            post(i);
            assertThat(waiting.get(PATIENCE_S, TimeUnit.SECONDS).value()).isEqualTo(i);
        }
    }

    @Test
    void shouldStopWaitingWhenInterrupted() throws InterruptedException {
        CompletableFuture<ChannelEvent> result = new CompletableFuture<>();
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                result.complete(mailbox.poll(Mailbox.WITHOUT_END));
            } catch (InterruptedException e) {
                result.completeExceptionally(e);
            }
        });
        waiting.interrupt();

        assertThatThrownBy(() -> result.get(PATIENCE_S, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
        post(1);
        assertThat(mailbox.poll(0).value()).isEqualTo(1);
    }

    @Test
    void shouldDropAndCountWhatItHasNoRoomFor() throws InterruptedException {
        long before = Mailbox.dropped();
        for (int i = 0; i < CAPACITY + 3; i++) {
            post(i);
        }

        assertThat(Mailbox.dropped() - before).isEqualTo(3);
        for (int i = 0; i < CAPACITY; i++) {
            assertThat(mailbox.poll(0).value()).isEqualTo(i);
        }
        assertThat(mailbox.poll(0)).isNull();
    }
}
