package org.asterism.bench.perf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Decides whether a run was good enough. */
final class Thresholds {
    private Thresholds() {}

    /** What is worse than the command line allows, in words; empty if the run was good. */
    static List<String> exceeded(RunResult result) {
        PerfOptions options = result.options();
        List<String> exceeded = new ArrayList<>();
        if (result.heldNs() == 0) {
            exceeded.add("nothing could be measured");
        }
        above(exceeded, "lost frames", result.lossPercent(), options.maxLossPercent, "%");
        above(exceeded, "p99 of frames", result.tally().frames.ms(99), options.maxP99Ms, "ms");
        above(exceeded, "p99 of set-ups", result.tally().setUp.ms(99), options.maxSetUpP99Ms, "ms");
        above(exceeded, "p99 of registrations", result.tally().registration.ms(99), options.maxSetUpP99Ms, "ms");
        above(exceeded, "p99 of refreshes", result.tally().refresh.ms(99), options.maxSetUpP99Ms, "ms");
        double allowed = Double.isNaN(options.maxFailedPercent) ? 0 : options.maxFailedPercent;
        above(exceeded, "failed calls and registrations", result.failedPercent(), allowed, "%");
        if (result.worstScore() < options.minMos) {
            exceeded.add(String.format(
                    Locale.ROOT, "the worst twentieth scores %.2f: below %.2f", result.worstScore(), options.minMos));
        }
        return exceeded;
    }

    private static void above(List<String> exceeded, String what, double value, double limit, String unit) {
        if (value > limit) {
            exceeded.add(String.format(Locale.ROOT, "%s: %.3f %s, more than %s", what, value, unit, limit));
        }
    }
}
