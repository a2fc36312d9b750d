package org.asterism.core;

import java.time.Duration;
import java.time.Instant;
import org.asterism.core.event.Event;
import org.asterism.core.event.EventClass;

/** When the switch started, and when its configuration was last read. Safe for any thread. */
final class Clockwork {
    private final Instant started = Instant.now();
    private final long startedNanos = System.nanoTime();
    private volatile Instant lastReload = started;
    private volatile long lastReloadNanos = startedNanos;

    Instant started() {
        return started;
    }

    Instant lastReload() {
        return lastReload;
    }

    Duration uptime() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    Duration sinceReload() {
        return Duration.ofNanos(System.nanoTime() - lastReloadNanos);
    }

    /** {@return the event that tells that the switch is up} */
    Event fullyBooted() {
        return Event.of(
                "FullyBooted",
                EventClass.SYSTEM,
                "Uptime",
                String.valueOf(uptime().toSeconds()),
                "LastReload",
                String.valueOf(sinceReload().toSeconds()),
                "Status",
                "Fully Booted");
    }

    void reloaded() {
        lastReload = Instant.now();
        lastReloadNanos = System.nanoTime();
    }
}
