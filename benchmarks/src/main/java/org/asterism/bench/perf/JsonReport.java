package org.asterism.bench.perf;

import java.util.Locale;
import java.util.Map;
import org.asterism.bench.perf.stats.Latency;

/** The results as JSON: the run, its figures, why things failed, the distributions, and each second. */
final class JsonReport {
    private static final double[] PERCENTILES = {0, 10, 25, 50, 75, 90, 95, 99, 99.9, 99.99, 100};

    private final StringBuilder json = new StringBuilder();

    private JsonReport() {}

    /** {@return one object} */
    static String of(RunResult result) {
        JsonReport report = new JsonReport();
        report.write(result);
        return report.json.append("}\n").toString();
    }

    private void write(RunResult result) {
        PerfOptions options = result.options();
        json.append("{\n  \"scenario\": ").append(text(options.scenario.word()));
        json.append(",\n  \"server\": ").append(text(options.host + ":" + options.port));
        json.append(",\n  \"codec\": ").append(text(options.codec.codecName()));
        json.append(",\n  \"frame_ms\": ").append(options.frameMs);
        json.append(",\n  \"calls\": ").append(options.calls);
        json.append(",\n  \"sources\": ").append(options.sources);
        json.append(",\n  \"seed\": ").append(options.seed);
        String separator = ",\n  \"figures\": {\n";
        for (Map.Entry<String, Double> figure : Figures.of(result).entrySet()) {
            json.append(separator).append("    ").append(text(figure.getKey())).append(": ");
            json.append(number(figure.getValue()));
            separator = ",\n";
        }
        json.append("\n  },\n  \"failures\": {");
        separator = "";
        for (Map.Entry<String, Long> failure : result.tally().failures().entrySet()) {
            json.append(separator).append(text(failure.getKey())).append(": ").append(failure.getValue());
            separator = ", ";
        }
        json.append("},\n  \"percentiles\": {\n");
        percentiles("accept_ms", result.tally().accept, ",");
        percentiles("setup_ms", result.tally().setUp, ",");
        percentiles("teardown_ms", result.tally().tearDown, ",");
        percentiles("registration_ms", result.tally().registration, ",");
        percentiles("refresh_ms", result.tally().refresh, ",");
        percentiles("frame_ms", result.tally().frames, ",");
        percentiles("jitter_ms", result.jitter(), "");
        json.append("  },\n  \"seconds\": [");
        separator = "\n";
        for (Second second : result.seconds()) {
            json.append(separator).append("    ").append(second(second));
            separator = ",\n";
        }
        json.append("\n  ]\n");
    }

    private void percentiles(String name, Latency times, String end) {
        json.append("    ").append(text(name)).append(": {");
        String separator = "";
        for (double percentile : times.count() == 0 ? new double[0] : PERCENTILES) {
            json.append(separator).append('"').append(percentile).append("\": ").append(number(times.ms(percentile)));
            separator = ", ";
        }
        json.append('}').append(end).append('\n');
    }

    private static String second(Second second) {
        return String.format(
                Locale.ROOT,
                "{\"at_s\": %s, \"phase\": %s, \"open\": %d, \"failed\": %d, \"calls_per_s\": %s,"
                    + " \"registrations_per_s\": %s, \"sent_per_s\": %s, \"received_per_s\": %s, \"p50_ms\": %s,"
                    + " \"p99_ms\": %s, \"max_ms\": %s, \"server_cores\": %s, \"own_cores\": %s, \"lateness_ms\": %s}",
                number(second.atSeconds()),
                text(second.phase().word()),
                second.open(),
                second.failed(),
                number(second.callsPerSecond()),
                number(second.registrationsPerSecond()),
                number(second.sentPerSecond()),
                number(second.receivedPerSecond()),
                number(second.delayP50Ms()),
                number(second.delayP99Ms()),
                number(second.delayMaxMs()),
                number(second.serverCpu()),
                number(second.ownCpu()),
                number(second.latenessMs()));
    }

    /** JSON knows no NaN. */
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4f", value);
    }

    static String text(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ') {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
