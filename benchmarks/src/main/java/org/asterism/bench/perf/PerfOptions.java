package org.asterism.bench.perf;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.asterism.bench.perf.net.Ipv4;
import org.asterism.iax2.wire.IaxCodec;
import org.jspecify.annotations.Nullable;

/** The command line of {@code asterism perf}, read and checked. Set while it is read, not changed afterwards. */
public final class PerfOptions {
    static final int DEFAULT_PORT = 4569;
    private static final int MOST_CALLS = 16_000;
    /** Beyond loopback a mistake disturbs others: what exceeds these has to be asked for with {@code --yes}. */
    private static final int REMOTE_CALLS = 100;

    private static final int REMOTE_PER_SECOND = 20;

    Scenario scenario = Scenario.ECHO;
    String host = "";
    int port = DEFAULT_PORT;

    int calls = 10;
    int users = 100;
    double rate;
    int talkMs;
    final Map<Scenario, Integer> mix = new EnumMap<>(Scenario.class);
    /** Whom each part of a mixture calls, where that is not {@link #number}. */
    final Map<Scenario, String> mixNumbers = new EnumMap<>(Scenario.class);

    int warmUpSeconds = 2;
    int durationSeconds = 10;

    String number = "600";
    String context = "";
    String user = "";
    String secret = "";
    int refreshSeconds = 60;
    int giveUpMs = 10_000;

    IaxCodec codec = IaxCodec.ULAW;
    int frameMs = 20;

    int sources = 1;

    @Nullable
    String sourceBase;

    int ports = 1;
    String farHost = "127.0.0.1";
    int farPort = 5570;
    boolean gro = true;
    boolean gso;

    double loss;
    double duplication;
    double reorder;
    int jitterMs;
    int rebindSeconds;
    long seed = System.nanoTime();

    long serverPid;
    boolean quiet;
    boolean yes;

    @Nullable
    Path json;

    @Nullable
    Path html;

    @Nullable
    Path csv;

    String label = "";

    double maxLossPercent = Double.NaN;
    double maxP99Ms = Double.NaN;
    double maxSetUpP99Ms = Double.NaN;
    double maxFailedPercent = Double.NaN;
    double minMos = Double.NaN;

    private PerfOptions() {}

    /**
     * Reads a command line.
     *
     * @param arguments as typed
     * @return what they say
     * @throws IllegalArgumentException they cannot be understood; the message says which one and what it takes
     */
    static PerfOptions parse(String... arguments) {
        PerfOptions options = new PerfOptions();
        boolean scenarioGiven = false;
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (argument.startsWith("-")) {
                OptionTable.take(options, argument, rest);
            } else if (!scenarioGiven) {
                options.scenario = scenario(argument);
                scenarioGiven = true;
            } else if (options.host.isEmpty()) {
                options.target(argument);
            } else {
                throw new IllegalArgumentException("'" + argument + "' is one word too many: the server is "
                        + options.host + ":" + options.port + " already");
            }
        }
        if (!scenarioGiven) {
            throw new IllegalArgumentException("which scenario? One of " + words());
        }
        if (options.host.isEmpty()) {
            throw new IllegalArgumentException("which server? Give its host[:port] after the scenario");
        }
        options.check();
        return options;
    }

    private static Scenario scenario(String word) {
        for (Scenario each : Scenario.values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException("there is no scenario '" + word + "': there are " + words());
    }

    private static String words() {
        return String.join(
                ", ", List.of(Scenario.values()).stream().map(Scenario::word).toList());
    }

    private void target(String text) {
        int colon = text.lastIndexOf(':');
        if (text.indexOf(':') != colon) {
            throw new IllegalArgumentException("'" + text + "' looks like IPv6, which this tool does not speak yet");
        }
        host = colon < 0 ? text : text.substring(0, colon);
        if (colon >= 0) {
            port = OptionTable.number("the server's port", text.substring(colon + 1), 1, 65_535);
        }
    }

    private void check() {
        if (rate == 0) {
            rate = scenario == Scenario.CPS ? 10 : 50;
        }
        if (codec.bytesFor(frameMs) < org.asterism.bench.perf.stats.Mark.BYTES) {
            throw new IllegalArgumentException("a frame of " + frameMs + " ms in " + codec.codecName()
                    + " is too small: it must hold a mark of " + org.asterism.bench.perf.stats.Mark.BYTES + " bytes");
        }
        if (codec.durationMs(codec.bytesFor(frameMs)) != frameMs) {
            throw new IllegalArgumentException(
                    codec.codecName() + " has no frames of " + frameMs + " ms: --frame takes whole codec frames");
        }
        if (scenario == Scenario.MIXED && mix.isEmpty()) {
            throw new IllegalArgumentException(
                    "what is to be mixed? Such as --mix bridge=100@9,echo=50@600,register=1000,cps=5@600");
        }
        if (sources > 1 && sourceBase == null) {
            sourceBase = "127.1.0.1";
        }
        if (calls > MOST_CALLS) {
            throw new IllegalArgumentException("--calls takes at most " + MOST_CALLS
                    + ": each call of a bridge needs two of the 32,766 call numbers there are");
        }
    }

    /**
     * Checks what may only be done on one's own machine.
     *
     * @param address the target's
     * @throws IllegalArgumentException more is asked for than one should do to somebody else by mistake
     */
    void checkTarget(int address) {
        if (Ipv4.isLoopback(address)) {
            return;
        }
        if (sources > 1 && sourceBase != null && sourceBase.startsWith("127.")) {
            throw new IllegalArgumentException("addresses in 127.0.0.0/8 reach nobody but this machine: give"
                    + " --source-base with addresses that this machine has, or use --ports");
        }
        if (!yes && (calls > REMOTE_CALLS || rate > REMOTE_PER_SECOND)) {
            throw new IllegalArgumentException(host + " is another machine. More than " + REMOTE_CALLS + " calls or "
                    + REMOTE_PER_SECOND + " a second to it need --yes: make sure that its owner agrees");
        }
    }
}
