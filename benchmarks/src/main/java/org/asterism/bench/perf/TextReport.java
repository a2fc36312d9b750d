package org.asterism.bench.perf;

import java.util.Locale;
import org.asterism.bench.perf.client.Tally;
import org.asterism.bench.perf.stats.Latency;

/** The results as a table for people. */
final class TextReport {
    private static final double PERCENT = 100;
    private static final double NS_PER_MS = 1e6;
    private static final double NS_PER_S = 1e9;
    /** From here on the figures say more of the generator than of the server. */
    private static final double LATE_MS = 5;

    private static final double FULL_CORE = 0.9;

    private final StringBuilder text = new StringBuilder();
    private final RunResult result;

    private TextReport(RunResult result) {
        this.result = result;
    }

    /** {@return lines of text} */
    static String of(RunResult result) {
        TextReport report = new TextReport(result);
        report.write();
        return report.text.toString();
    }

    private void write() {
        PerfOptions options = result.options();
        Tally tally = result.tally();
        line(
                "%nServer %s:%d, scenario %s, %s %d ms, measured %.1f s%n%n",
                options.host,
                options.port,
                options.scenario.word(),
                options.codec.codecName(),
                options.frameMs,
                result.heldSeconds());
        if (tally.callsBegun > 0) {
            row(
                    "calls",
                    "%d begun, %d answered, %d dropped, %d failed",
                    tally.callsBegun,
                    tally.callsAnswered,
                    tally.callsDropped,
                    tally.failed());
        } else if (tally.callsAnswered > 0) {
            row("media legs", "%d", tally.callsAnswered);
        }
        tally.failures().forEach((why, count) -> row("", "%d x %s", count, why));
        if (tally.registrations > 0) {
            row(
                    "registrations",
                    "%d granted, %.1f/s while measuring",
                    tally.registrations,
                    (result.atEnd().registered() - result.atStart().registered()) / result.heldSeconds());
        }
        RunResult.Ramp ramp = result.ramp();
        if (ramp.atEnd().registered() > 0) {
            row(
                    "coming up",
                    "%d registered in %.1f s, %.1f/s; generator CPU %.1f %%%s",
                    ramp.atEnd().registered(),
                    ramp.ns() / NS_PER_S,
                    ramp.registrationsPerSecond(),
                    PERCENT * ramp.ownCores(),
                    each("registration", ramp.cpuPerRegistrationUs()));
        }
        if (tally.retransmitted > 0) {
            row("sent again", "%d full frames", tally.retransmitted);
        }
        frames();
        server();
        line("%n%-16s%10s%10s%10s%10s%10s%10s%n", "ms", "p50", "p90", "p99", "p99.9", "max", "count");
        latency("NEW to ACCEPT", tally.accept);
        latency("NEW to ANSWER", tally.setUp);
        latency("HANGUP to ACK", tally.tearDown);
        latency("registration", tally.registration);
        latency("refresh", tally.refresh);
        latency(options.scenario == Scenario.ECHO ? "frame, round trip" : "frame, one way", tally.frames);
        latency("jitter", result.jitter());
        warnings();
        line("%n");
    }

    private void frames() {
        if (result.framesSent() == 0) {
            return;
        }
        row(
                "frames",
                "%d sent (%.0f/s), %d lost = %.3f %%, %d twice, %d overtaken",
                result.framesSent(),
                result.framesSent() / result.heldSeconds(),
                result.framesLost(),
                result.lossPercent(),
                result.duplicates(),
                result.reordered());
        row("MOS (E-model)", "%.2f median, %.2f for the worst twentieth", result.medianScore(), result.worstScore());
    }

    private void server() {
        if (!Double.isNaN(result.serverCores())) {
            row(
                    "server CPU",
                    "%.1f %% of a core%s%s%s",
                    PERCENT * result.serverCores(),
                    each("frame", result.cpuPerFrameUs()),
                    each("call", result.cpuPerCallUs()),
                    each("registration", result.cpuPerRegistrationUs()));
        }
        row(
                "generator CPU",
                "%.1f %% of a core, at most %.1f ms late",
                PERCENT * result.ownCores(),
                result.latestNs() / NS_PER_MS);
    }

    private static String each(String what, double us) {
        return Double.isNaN(us) ? "" : String.format(Locale.ROOT, ", %.2f µs for each %s", us, what);
    }

    private void warnings() {
        if (result.latestNs() / NS_PER_MS > LATE_MS || result.ownCores() > FULL_CORE) {
            line("%nNote: the generator was late or busy itself; delay, jitter and loss may be its own.%n");
        }
        if (result.refusedByOwnSystem() > 0) {
            line("%nNote: %d datagrams were refused by this machine's own system.%n", result.refusedByOwnSystem());
        }
        if (result.tally().unmarked > 0 && result.framesReceived() == 0) {
            line("%nNote: frames came back without the mark: the server translates them or plays something else.%n");
        }
    }

    private void row(String name, String format, Object... values) {
        line("%-16s" + format + "%n", prepend(name, values));
    }

    private static Object[] prepend(String name, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = name;
        System.arraycopy(values, 0, all, 1, values.length);
        return all;
    }

    private void latency(String name, Latency times) {
        if (times.count() > 0) {
            line(
                    "%-16s%10.3f%10.3f%10.3f%10.3f%10.3f%10d%n",
                    name, times.ms(50), times.ms(90), times.ms(99), times.ms(99.9), times.maxMs(), times.count());
        }
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
