package org.asterism.bench.perf;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.asterism.bench.perf.compare.Comparison;
import org.asterism.bench.perf.net.Ipv4;

/** {@code asterism perf}: loads an IAX2 server and tells how it bears it. */
public final class Perf {
    private static final int WELL = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Perf() {}

    /**
     * Runs it and ends the process.
     *
     * @param arguments see {@code --help}
     */
    @SuppressWarnings("SystemOut") // a program for people at a terminal
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    /**
     * Runs it.
     *
     * @param out       gets the results
     * @param err       gets progress and complaints
     * @param arguments as on the command line
     * @return the exit status
     */
    static int run(PrintStream out, PrintStream err, String... arguments) {
        if (arguments.length == 0
                || List.of(arguments).contains("--help")
                || List.of(arguments).contains("-h")) {
            out.print(OptionTable.usage());
            return arguments.length == 0 ? MISUSED : WELL;
        }
        if (arguments[0].equals("--compare")) {
            return compare(out, err, arguments);
        }
        PerfOptions options;
        int target;
        try {
            options = PerfOptions.parse(arguments);
            target = Ipv4.resolve(options.host);
            options.checkTarget(target);
        } catch (IllegalArgumentException | IOException e) {
            err.println("asterism perf: " + e.getMessage());
            err.println("asterism perf --help tells more");
            return MISUSED;
        }
        try (LoadSetup setup = new LoadSetup(options, target)) {
            ProgressLine progress = new ProgressLine(err, !options.quiet);
            LoadRun run = setup.build(progress::show);
            Thread stopper = Thread.ofPlatform().unstarted(run::interruptAndWait);
            Runtime.getRuntime().addShutdownHook(stopper);
            RunResult result = run.run();
            progress.end();
            return report(result, out, err) ? WELL : FAILED;
        } catch (IllegalArgumentException | IOException e) {
            err.println("asterism perf: " + e.getMessage());
            return FAILED;
        }
    }

    private static boolean report(RunResult result, PrintStream out, PrintStream err) throws IOException {
        boolean jsonToOut = result.options().json != null
                && result.options().json.toString().equals("-");
        (jsonToOut ? err : out).print(TextReport.of(result));
        ResultFiles.write(result, out);
        List<String> exceeded = Thresholds.exceeded(result);
        exceeded.forEach(each -> err.println("asterism perf: " + each));
        return exceeded.isEmpty();
    }

    /** {@code --compare FOLDER [--docs FOLDER]}, as benchmarks/compare says it. */
    private static int compare(PrintStream out, PrintStream err, String... arguments) {
        boolean documenting = arguments.length == 4 && arguments[2].equals("--docs");
        if (arguments.length != 2 && !documenting) {
            err.println("asterism perf: --compare takes the folder of the runs, and --docs that of the pages to write");
            return MISUSED;
        }
        try {
            Comparison comparison = Comparison.read(Path.of(arguments[1]));
            out.print(comparison.tables());
            if (documenting) {
                comparison.document(Path.of(arguments[3]));
            }
            return WELL;
        } catch (IOException e) {
            err.println("asterism perf: " + e.getMessage());
            return FAILED;
        }
    }
}
