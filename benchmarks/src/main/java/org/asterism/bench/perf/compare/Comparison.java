package org.asterism.bench.perf.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.asterism.bench.perf.chart.LineChart;
import org.asterism.bench.perf.compare.RunTable.Run;

/** Servers side by side: tables in Markdown and charts, from the runs in a folder. */
public final class Comparison {
    private static final String CPU = "server_cpu_us_per_frame";
    private static final String CALL_CPU = "server_cpu_us_per_call";
    private static final String LABEL = "label";
    private static final String CALLS = "calls";
    private static final String SOURCES = "sources";
    private static final String FLOOR = "floor";
    private static final String RIVAL = "asterisk";
    private static final String BEGIN = "<!-- benchmarks/compare writes from here -->";
    private static final String END = "<!-- to here -->";

    private final RunTable bridge;
    private final RunTable passing;

    private Comparison(RunTable bridge, RunTable passing) {
        this.bridge = bridge;
        this.passing = passing;
    }

    /**
     * Reads what {@code benchmarks/compare} has collected.
     *
     * @param folder that holds bridge.csv or cps.csv
     * @return the comparison
     * @throws IOException if they cannot be read or are not there
     */
    public static Comparison read(Path folder) throws IOException {
        Comparison read =
                new Comparison(RunTable.read(folder.resolve("bridge.csv")), RunTable.read(folder.resolve("cps.csv")));
        if (read.bridge.runs().isEmpty() && read.passing.runs().isEmpty()) {
            throw new IOException("no runs in " + folder + ": neither bridge.csv nor cps.csv");
        }
        return read;
    }

    /** {@return the tables in Markdown, medians of the runs} */
    public String tables() {
        StringBuilder text = new StringBuilder();
        if (!bridge.runs().isEmpty()) {
            frames(text);
        }
        if (!passing.runs().isEmpty()) {
            calls(text);
        }
        return text.toString();
    }

    private void frames(StringBuilder text) {
        text.append("""
            | calls | addresses | server | CPU µs a frame | : floor | Asterisk : | loss % | one way ms, p50 | p99 | jitter ms | MOS | answered | runs |
            |---:|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
            """);
        for (int calls : bridge.numbers(CALLS)) {
            RunTable ofSize = bridge.where(run -> run.number(CALLS) == calls);
            for (int sources : ofSize.numbers(SOURCES)) {
                frames(text, calls, sources, ofSize.where(run -> run.number(SOURCES) == sources));
            }
        }
    }

    private static void frames(StringBuilder text, int calls, int sources, RunTable runs) {
        double floor = of(runs, FLOOR).median(CPU);
        double rival = of(runs, RIVAL).median(CPU);
        for (String label : runs.texts(LABEL)) {
            RunTable one = of(runs, label);
            double cpu = one.median(CPU);
            row(
                    text,
                    Integer.toString(calls),
                    Integer.toString(sources),
                    label,
                    number(cpu, 2),
                    number(cpu / floor, 2),
                    number(rival / cpu, 1),
                    number(one.median("loss_percent"), 3),
                    number(one.median("frame_ms_p50"), 2),
                    number(one.median("frame_ms_p99"), 2),
                    number(one.median("jitter_ms_p50"), 2),
                    number(one.median("mos_median"), 2),
                    label.equals(FLOOR) ? "" : number(one.median("calls_answered"), 0),
                    Integer.toString(one.runs().size()));
        }
    }

    private void calls(StringBuilder text) {
        text.append("""

            | calls/s | server | CPU µs a call | Asterisk : | NEW to ANSWER ms, p50 | p99 | failed % | runs |
            |---:|---|---:|---:|---:|---:|---:|---:|
            """);
        double rival = of(passing, RIVAL).median(CALL_CPU);
        for (String label : passing.texts(LABEL)) {
            RunTable one = of(passing, label);
            double cpu = one.median(CALL_CPU);
            row(
                    text,
                    number(one.median("calls_per_s"), 0),
                    label,
                    number(cpu, 0),
                    number(rival / cpu, 1),
                    number(one.median("setup_ms_p50"), 2),
                    number(one.median("setup_ms_p99"), 2),
                    number(one.median("failed_percent"), 2),
                    Integer.toString(one.runs().size()));
        }
    }

    /**
     * Writes the tables between the marks of docs/performance.md, and the charts to docs/charts.
     *
     * @param docs the folder
     * @throws IOException if a file cannot be read or written
     */
    public void document(Path docs) throws IOException {
        Path charts = Files.createDirectories(docs.resolve("charts"));
        Files.writeString(charts.resolve("cpu-per-frame.svg"), chart("CPU of the server for each frame", "µs", CPU));
        Files.writeString(
                charts.resolve("delay-p99.svg"), chart("One way through the server, 99 %", "ms", "frame_ms_p99"));
        String section = "\n" + machine() + "\n" + tables() + """

            ![CPU for each frame](charts/cpu-per-frame.svg)
            ![One way through the server](charts/delay-p99.svg)

            """;
        Path page = docs.resolve("performance.md");
        Files.writeString(page, replaced(Files.readString(page), section));
    }

    /** Puts a section between the marks; what is outside them stays as it is. */
    static String replaced(String page, String section) throws IOException {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException("the page lacks the lines '" + BEGIN + "' and '" + END + "'");
        }
        return page.substring(0, begin + BEGIN.length()) + "\n" + section.stripLeading() + page.substring(end);
    }

    private String chart(String title, String unit, String figure) {
        LineChart chart = new LineChart(title, "bridged calls", unit).logarithmic();
        RunTable single = bridge.where(run -> run.number(SOURCES) == 1);
        List<Integer> sizes = single.numbers(CALLS);
        for (String label : single.texts(LABEL)) {
            double[] x = sizes.stream().mapToDouble(Integer::doubleValue).toArray();
            double[] y = sizes.stream()
                    .mapToDouble(size -> of(single, label)
                            .where(run -> run.number(CALLS) == size)
                            .median(figure))
                    .toArray();
            chart.line(label, x, y);
        }
        return chart.svg();
    }

    private static String machine() throws IOException {
        String processor = "an unknown processor";
        Path cpuinfo = Path.of("/proc/cpuinfo");
        if (Files.isReadable(cpuinfo)) {
            processor = Files.readAllLines(cpuinfo).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(processor);
        }
        return "%d cores of %s, Linux %s, Java %s, %s.%n"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        processor,
                        System.getProperty("os.version"),
                        Runtime.version(),
                        java.time.LocalDate.now(java.time.ZoneOffset.UTC));
    }

    private static RunTable of(RunTable runs, String label) {
        return runs.where((Run run) -> run.text(LABEL).equals(label));
    }

    private static void row(StringBuilder text, String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String number(double value, int digits) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + digits + "f", value) : "–";
    }
}
