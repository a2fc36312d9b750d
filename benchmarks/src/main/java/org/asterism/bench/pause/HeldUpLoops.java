package org.asterism.bench.pause;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * The worst that befell the event loops of a switch in a stretch of time, from the events {@code org.asterism.LoopRound} of a flight
 * recording. They are only made for what took a millisecond longer than it should.
 */
public final class HeldUpLoops {
    private static final String EVENT = "org.asterism.LoopRound";
    private static final double NS_PER_MS = 1e6;

    private long events;
    private long longestTurnNs;
    private long latestNapNs;
    private long longestRunDelayNs;
    private long longestStolenNs;

    private HeldUpLoops() {}

    /**
     * Prints, separated by commas: how many events there were, the longest round and the latest nap, each less the time for which
     * the system had no core for the thread or the host had none for the system, and the longest of such times; in ms.
     *
     * @param arguments the recording, and from when to when, in ms since 1970
     * @throws IOException if it cannot be read
     */
    @SuppressWarnings("SystemOut") // read by a script
    public static void main(String[] arguments) throws IOException {
        HeldUpLoops loops = new HeldUpLoops();
        loops.read(
                Path.of(arguments[0]),
                Instant.ofEpochMilli(Long.parseLong(arguments[1])),
                Instant.ofEpochMilli(Long.parseLong(arguments[2])));
        System.out.printf(
                Locale.ROOT,
                "%d,%.3f,%.3f,%.3f,%.3f%n",
                loops.events,
                loops.longestTurnNs / NS_PER_MS,
                loops.latestNapNs / NS_PER_MS,
                loops.longestRunDelayNs / NS_PER_MS,
                loops.longestStolenNs / NS_PER_MS);
    }

    private void read(Path recording, Instant from, Instant to) throws IOException {
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                boolean within = !event.getStartTime().isBefore(from)
                        && !event.getStartTime().isAfter(to);
                if (within && event.getEventType().getName().equals(EVENT)) {
                    take(event);
                }
            }
        }
    }

    private void take(RecordedEvent event) {
        long runDelayNs = event.getLong("runDelay");
        long stolenNs = event.getLong("stolen");
        long oursNs = event.getLong("heldUp") - runDelayNs - stolenNs;
        events++;
        longestStolenNs = Math.max(longestStolenNs, stolenNs);
        longestRunDelayNs = Math.max(longestRunDelayNs, runDelayNs);
        if (event.getBoolean("nap")) {
            latestNapNs = Math.max(latestNapNs, oursNs);
        } else {
            longestTurnNs = Math.max(longestTurnNs, oursNs);
        }
    }
}
