package org.asterism.bench.perf;

import java.util.LinkedHashMap;
import java.util.Map;
import org.asterism.bench.perf.client.Tally;
import org.asterism.bench.perf.stats.Latency;

/** The figures of a result by name, in the order in which files list them. */
final class Figures {
    private static final double NS_PER_MS = 1e6;
    private static final double NS_PER_S = 1e9;
    private static final double MS_PER_S = 1e3;
    private static final double PERCENT = 100;

    private Figures() {}

    /** {@return name to figure; what is unknown is not a number} */
    static Map<String, Double> of(RunResult result) {
        Map<String, Double> figures = new LinkedHashMap<>();
        Tally tally = result.tally();
        figures.put("calls_begun", (double) tally.callsBegun);
        figures.put("calls_answered", (double) tally.callsAnswered);
        figures.put("calls_dropped", (double) tally.callsDropped);
        figures.put("registrations", (double) tally.registrations);
        figures.put("failed", (double) tally.failed());
        figures.put("failed_percent", result.failedPercent());
        figures.put("measured_from_s", result.heldFromMs() / MS_PER_S);
        figures.put("measured_s", result.heldSeconds());
        figures.put(
                "calls_per_s",
                perSecond(result, result.atEnd().answered() - result.atStart().answered()));
        figures.put(
                "registrations_per_s",
                perSecond(result, result.atEnd().registered() - result.atStart().registered()));
        figures.put("frames_sent", (double) result.framesSent());
        figures.put("frames_received", (double) result.framesReceived());
        figures.put("frames_lost", (double) result.framesLost());
        figures.put("loss_percent", result.lossPercent());
        figures.put("duplicates", (double) result.duplicates());
        figures.put("reordered", (double) result.reordered());
        put(figures, "accept_ms", tally.accept);
        put(figures, "setup_ms", tally.setUp);
        put(figures, "teardown_ms", tally.tearDown);
        put(figures, "registration_ms", tally.registration);
        put(figures, "refresh_ms", tally.refresh);
        put(figures, "frame_ms", tally.frames);
        put(figures, "jitter_ms", result.jitter());
        figures.put("mos_median", result.medianScore());
        figures.put("mos_worst_5_percent", result.worstScore());
        figures.put("server_cpu_percent", PERCENT * result.serverCores());
        figures.put("server_cpu_us_per_frame", result.cpuPerFrameUs());
        figures.put("server_cpu_us_per_call", result.cpuPerCallUs());
        figures.put("server_cpu_us_per_registration", result.cpuPerRegistrationUs());
        figures.put("ramp_s", result.ramp().ns() / NS_PER_S);
        figures.put("ramp_registrations_per_s", result.ramp().registrationsPerSecond());
        figures.put("ramp_server_cpu_us_per_registration", result.ramp().cpuPerRegistrationUs());
        figures.put("retransmitted", (double) tally.retransmitted);
        figures.put("own_cpu_percent", PERCENT * result.ownCores());
        figures.put("own_lateness_ms", result.latestNs() / NS_PER_MS);
        return figures;
    }

    private static double perSecond(RunResult result, long count) {
        return result.heldNs() == 0 ? 0 : count / result.heldSeconds();
    }

    private static void put(Map<String, Double> figures, String name, Latency times) {
        boolean known = times.count() > 0;
        figures.put(name + "_p50", known ? times.ms(50) : Double.NaN);
        figures.put(name + "_p90", known ? times.ms(90) : Double.NaN);
        figures.put(name + "_p99", known ? times.ms(99) : Double.NaN);
        figures.put(name + "_p999", known ? times.ms(99.9) : Double.NaN);
        figures.put(name + "_p9999", known ? times.ms(99.99) : Double.NaN);
        figures.put(name + "_max", known ? times.maxMs() : Double.NaN);
    }
}
