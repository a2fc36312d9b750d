package org.asterism.bench.perf.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The runs of a file that {@code --csv} has written. */
final class RunTable {
    /**
     * One run.
     *
     * @param values heading to text
     */
    record Run(Map<String, String> values) {
        String text(String name) {
            return values.getOrDefault(name, "");
        }

        int number(String name) {
            return Integer.parseInt(text(name));
        }

        /** NaN where it is unknown. */
        double figure(String name) {
            String text = text(name);
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        }
    }

    private final List<Run> runs;

    private RunTable(List<Run> runs) {
        this.runs = runs;
    }

    /** Reads a file; one that is not there has no runs. */
    static RunTable read(Path file) throws IOException {
        List<Run> runs = new ArrayList<>();
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file);
            String[] names = lines.getFirst().split(",", -1);
            for (String line : lines.subList(1, lines.size())) {
                String[] fields = line.split(",", -1);
                Map<String, String> values = new HashMap<>();
                for (int i = 0; i < Math.min(names.length, fields.length); i++) {
                    values.put(names[i], fields[i]);
                }
                runs.add(new Run(values));
            }
        }
        return new RunTable(runs);
    }

    List<Run> runs() {
        return runs;
    }

    RunTable where(Predicate<Run> condition) {
        return new RunTable(runs.stream().filter(condition).toList());
    }

    /** The median over the runs that know the figure; NaN if none does. */
    double median(String figure) {
        double[] sorted = runs.stream()
                .mapToDouble(run -> run.figure(figure))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Distinct texts in order of appearance. */
    List<String> texts(String name) {
        return runs.stream().map(run -> run.text(name)).distinct().toList();
    }

    /** Distinct numbers in ascending order. */
    List<Integer> numbers(String name) {
        return runs.stream().map(run -> run.number(name)).distinct().sorted().toList();
    }
}
