package org.asterism.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventBusTest {
    private final EventBus bus = new EventBus();
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void tellsOfTheClassesThatAreChosen() {
        EventBus.Subscription subscription = bus.subscribeToNothingYet(event -> told.add(event.name()));
        publish("1", EventClass.CALL);
        assertThat(bus.watches(EventClass.CALL)).isFalse();
        subscription.classes(Set.of(EventClass.CALL));
        publish("2", EventClass.CALL);
        publish("3", EventClass.SYSTEM);
        subscription.classes(EnumSet.of(EventClass.SYSTEM, EventClass.DTMF));
        publish("4", EventClass.CALL);
        publish("5", EventClass.SYSTEM);
        subscription.close();
        publish("6", EventClass.SYSTEM);
        assertThat(told).containsExactly("2", "5");
        assertThat(bus.watches(EventClass.SYSTEM)).isFalse();
    }

    /** Whoever chooses more or less besides, an event that stays chosen comes once. */
    @Test
    void tellsOfAnEventOnceWhileTheChoiceChanges() throws InterruptedException {
        EventBus.Subscription subscription = bus.subscribeToNothingYet(event -> told.add(event.name()));
        subscription.classes(Set.of(EventClass.CALL));
        Thread publisher = Thread.ofPlatform()
                .start(() -> IntStream.range(0, 2_000).forEach(i -> publish(String.valueOf(i), EventClass.CALL)));
        while (publisher.isAlive()) {
            subscription.classes(EnumSet.of(EventClass.CALL, EventClass.SYSTEM));
            subscription.classes(EnumSet.of(EventClass.CALL));
        }
        publisher.join();
        assertThat(told)
                .containsExactlyElementsOf(
                        IntStream.range(0, 2_000).mapToObj(String::valueOf).toList());
    }

    private void publish(String name, EventClass eventClass) {
        bus.publish(Event.of(name, eventClass));
    }
}
