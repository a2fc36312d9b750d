package org.asterism.bench.perf;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The line that tells how a run goes: rewritten each second on a terminal, one line after another elsewhere. */
final class ProgressLine {
    private static final int WAITING = 16;

    @SuppressWarnings("SystemConsoleNull") // it may be, when it has been switched off
    private static final boolean TERMINAL =
            System.console() != null && System.console().isTerminal();

    private final PrintStream to;
    private final boolean shown;
    /** A slow terminal must not hold up the load. */
    private final BlockingQueue<Second> queue = new ArrayBlockingQueue<>(WAITING);

    ProgressLine(PrintStream to, boolean shown) {
        this.to = to;
        this.shown = shown;
        if (shown) {
            Thread.ofPlatform().daemon().name("progress").start(this::print);
        }
    }

    /** Shows a second, or leaves it out if the terminal is slow. */
    void show(Second second) {
        if (shown) {
            boolean _ = queue.offer(second);
        }
    }

    /** Leaves the last line as it is. */
    void end() {
        if (shown && TERMINAL) {
            to.println();
        }
    }

    private void print() {
        try {
            while (true) {
                String line = line(queue.take());
                if (TERMINAL) {
                    to.print("\r" + line + "\u001b[K");
                    to.flush();
                } else {
                    to.println(line);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String line(Second second) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%5.0f s %-9s %d legs, %.0f frames/s out, %.0f in",
                second.atSeconds(),
                second.phase().word(),
                second.open(),
                second.sentPerSecond(),
                second.receivedPerSecond()));
        if (second.callsPerSecond() > 0) {
            text.append(String.format(Locale.ROOT, ", %.0f calls/s", second.callsPerSecond()));
        }
        if (second.registrationsPerSecond() > 0) {
            text.append(String.format(Locale.ROOT, ", %.0f registrations/s", second.registrationsPerSecond()));
        }
        if (second.delayP99Ms() > 0) {
            text.append(String.format(
                    Locale.ROOT, ", delay %.2f ms, p99 %.2f ms", second.delayP50Ms(), second.delayP99Ms()));
        }
        if (!Double.isNaN(second.serverCpu())) {
            text.append(String.format(Locale.ROOT, ", server %.0f %%", 100 * second.serverCpu()));
        }
        text.append(String.format(Locale.ROOT, ", own %.0f %%", 100 * second.ownCpu()));
        if (second.failed() > 0) {
            text.append(", ").append(second.failed()).append(" FAILED");
        }
        return text.toString();
    }
}
