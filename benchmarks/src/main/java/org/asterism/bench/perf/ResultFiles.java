package org.asterism.bench.perf;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Writes the results to the files that were asked for. */
final class ResultFiles {
    private ResultFiles() {}

    /**
     * Writes them.
     *
     * @param out gets JSON where its file is {@code -}
     * @throws IOException if a file cannot be written; the message names it
     */
    static void write(RunResult result, PrintStream out) throws IOException {
        PerfOptions options = result.options();
        if (options.json != null) {
            if (options.json.toString().equals("-")) {
                out.print(JsonReport.of(result));
            } else {
                Files.writeString(options.json, JsonReport.of(result));
            }
        }
        if (options.html != null) {
            Files.writeString(options.html, HtmlReport.of(result));
        }
        if (options.csv != null) {
            append(result, options.csv);
        }
    }

    private static void append(RunResult result, Path csv) throws IOException {
        StringJoiner names = new StringJoiner(",", "", "\n")
                .add("label")
                .add("scenario")
                .add("calls")
                .add("sources");
        StringJoiner values = new StringJoiner(",", "", "\n")
                .add(result.options().label.replaceAll("[,\\s]+", " "))
                .add(result.options().scenario.word())
                .add(Integer.toString(result.options().calls))
                .add(Integer.toString(result.options().sources));
        for (Map.Entry<String, Double> figure : Figures.of(result).entrySet()) {
            names.add(figure.getKey());
            values.add(Double.isFinite(figure.getValue()) ? String.format(Locale.ROOT, "%.4f", figure.getValue()) : "");
        }
        boolean begun = Files.exists(csv) && Files.size(csv) > 0;
        Files.writeString(
                csv,
                begun ? values.toString() : names.toString() + values,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
