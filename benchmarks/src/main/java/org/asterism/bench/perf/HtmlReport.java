package org.asterism.bench.perf;

import java.util.function.ToDoubleFunction;
import org.asterism.bench.perf.chart.LineChart;
import org.asterism.bench.perf.stats.Latency;

/** The results as a page with charts that needs nothing else. */
final class HtmlReport {
    private static final double[] PERCENTILES = {1, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99, 99.9, 100};
    private static final double PERCENT = 100;

    private HtmlReport() {}

    /** {@return the whole page} */
    static String of(RunResult result) {
        PerfOptions options = result.options();
        String title =
                LineChart.escape("%s against %s:%d".formatted(options.scenario.word(), options.host, options.port));
        StringBuilder page = new StringBuilder("""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>TITLE</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 760px; margin: 2em auto; padding: 0 1em; }
            pre { overflow-x: auto; padding: 1em; border: 1px solid #94a3b855; border-radius: 6px; }
            svg { width: 100%; height: auto; margin: 1em 0; }
            </style></head><body>
            <h1>iaxperf: TITLE</h1>
            """.replace("TITLE", title));
        page.append("<pre>")
                .append(LineChart.escape(TextReport.of(result).strip()))
                .append("</pre>\n");
        if (result.framesSent() > 0) {
            page.append(overTime(result, "Frames", "per second")
                    .line("sent", times(result), series(result, Second::sentPerSecond))
                    .line("received", times(result), series(result, Second::receivedPerSecond))
                    .svg());
            page.append(overTime(result, "Time of a frame", "ms")
                    .line("median", times(result), series(result, Second::delayP50Ms))
                    .line("99 %", times(result), series(result, Second::delayP99Ms))
                    .line("longest", times(result), series(result, Second::delayMaxMs))
                    .svg());
            page.append(new LineChart("Time of a frame, by share of frames", "percent of the frames are faster", "ms")
                    .line("frames", PERCENTILES, percentiles(result.tally().frames))
                    .line("jitter of streams", PERCENTILES, percentiles(result.jitter()))
                    .svg());
        }
        if (result.tally().callsAnswered > 0 && result.tally().setUp.count() > 0) {
            page.append(overTime(result, "Calls answered", "per second")
                    .line("answered", times(result), series(result, Second::callsPerSecond))
                    .svg());
            page.append(new LineChart("Set-up, by share of calls", "percent of the calls are faster", "ms")
                    .line("NEW to ACCEPT", PERCENTILES, percentiles(result.tally().accept))
                    .line("NEW to ANSWER", PERCENTILES, percentiles(result.tally().setUp))
                    .svg());
        }
        if (result.tally().registrations > 0) {
            page.append(overTime(result, "Registrations granted", "per second")
                    .line("granted", times(result), series(result, Second::registrationsPerSecond))
                    .svg());
            page.append(new LineChart("Registration, by share", "percent are faster", "ms")
                    .line("REGREQ to REGACK", PERCENTILES, percentiles(result.tally().registration))
                    .svg());
        }
        page.append(overTime(result, "CPU", "percent of a core")
                .line("server", times(result), series(result, second -> PERCENT * second.serverCpu()))
                .line("generator", times(result), series(result, second -> PERCENT * second.ownCpu()))
                .svg());
        return page.append("</body></html>\n").toString();
    }

    private static LineChart overTime(RunResult result, String title, String unit) {
        return new LineChart(
                title, "seconds; measured: the last %.0f before the end".formatted(result.heldSeconds()), unit);
    }

    private static double[] times(RunResult result) {
        return series(result, Second::atSeconds);
    }

    private static double[] series(RunResult result, ToDoubleFunction<Second> value) {
        return result.seconds().stream().mapToDouble(value).toArray();
    }

    private static double[] percentiles(Latency times) {
        double[] values = new double[PERCENTILES.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = times.count() == 0 ? Double.NaN : times.ms(PERCENTILES[i]);
        }
        return values;
    }
}
