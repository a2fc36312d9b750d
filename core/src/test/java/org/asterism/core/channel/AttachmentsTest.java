package org.asterism.core.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AttachmentsTest {
    private final Attachments attachments = new Attachments();

    @Test
    void shouldKeepOneObjectOfEachClass() {
        attachments.put(String.class, "first");
        attachments.put(Integer.class, 1);
        attachments.put(String.class, "second");

        assertThat(attachments.find(String.class)).isEqualTo("second");
        assertThat(attachments.find(Integer.class)).isEqualTo(1);
        assertThat(attachments.find(Long.class)).isNull();
    }

    @Test
    void shouldForgetOneAndKeepTheOthers() {
        attachments.put(String.class, "text");
        attachments.put(Integer.class, 1);
        attachments.put(Long.class, 2L);

        attachments.remove(Integer.class);
        attachments.remove(Double.class);

        assertThat(attachments.find(Integer.class)).isNull();
        assertThat(attachments.find(String.class)).isEqualTo("text");
        assertThat(attachments.find(Long.class)).isEqualTo(2L);
    }

    @Test
    void shouldMakeAnObjectOnceWhoeverAsks() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        ConcurrentHashMap<Object, Boolean> seen = new ConcurrentHashMap<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    go.await();
                    seen.put(attachments.get(Object.class, Object::new), true);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(seen).hasSize(1);
    }
}
