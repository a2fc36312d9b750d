package org.asterism.bench.perf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.asterism.iax2.wire.IaxCodec;

/** The options there are: how each is read and what {@code --help} says of it. */
final class OptionTable {
    private static final int NAME_COLUMN = 26;
    private static final int LONGEST_RUN_SECONDS = 86_400;
    private static final double PERCENT = 100;

    /** One option, or a heading where it has no name. */
    private record Option(String name, String value, String help, BiConsumer<PerfOptions, String> take) {
        boolean isFlag() {
            return value.isEmpty();
        }
    }

    private static final List<Option> ALL = new ArrayList<>();

    static {
        heading("Load");
        option("--calls", "N", "calls at once (10)", (o, v) -> o.calls = number("--calls", v, 1, 16_000));
        option("--users", "N", "users that register (100)", (o, v) -> o.users = number("--users", v, 1, 1_000_000));
        option(
                "--rate",
                "R",
                "calls or registrations begun in a second (50; cps: 10)",
                (o, v) -> o.rate = decimal("--rate", v, 0.01, 100_000));
        option(
                "--talk",
                "MS",
                "cps: how long an answered call lasts (0)",
                (o, v) -> o.talkMs = number("--talk", v, 0, 3_600_000));
        option(
                "--mix",
                "S=N@NO,...",
                "mixed: scenarios, how much of each (cps: calls a second), and whom to call",
                OptionTable::mix);
        option(
                "--warmup",
                "S",
                "time after the ramp before measuring begins (2)",
                (o, v) -> o.warmUpSeconds = number("--warmup", v, 0, LONGEST_RUN_SECONDS));
        option(
                "--duration",
                "S",
                "how long to measure (10)",
                (o, v) -> o.durationSeconds = number("--duration", v, 1, LONGEST_RUN_SECONDS));
        heading("Calls and registrations; {n} stands for the number of the call or user, {n:5} for five digits");
        option("--number", "N", "number to call (600)", (o, v) -> o.number = v);
        option("--context", "C", "context to call into", (o, v) -> o.context = v);
        option("--user", "U", "user name", (o, v) -> o.user = v);
        option("--secret", "S", "password for MD5", (o, v) -> o.secret = v);
        option(
                "--refresh",
                "S",
                "registration period to ask for (60)",
                (o, v) -> o.refreshSeconds = number("--refresh", v, 1, 65_535));
        option(
                "--timeout",
                "S",
                "an unanswered request has failed after this time (10)",
                (o, v) -> o.giveUpMs = 1000 * number("--timeout", v, 1, 600));
        option("--codec", "NAME", "ulaw, alaw, gsm, slin, g729, ... (ulaw)", (o, v) -> o.codec = codec(v));
        option("--frame", "MS", "length of a frame (20)", (o, v) -> o.frameMs = number("--frame", v, 10, 200));
        heading("Network");
        option(
                "--sources",
                "N",
                "addresses that calls come from in turn (1)",
                (o, v) -> o.sources = number("--sources", v, 1, 1_000_000));
        option("--source-base", "ADDR", "the first of them (127.1.0.1 if several)", (o, v) -> o.sourceBase = v);
        option(
                "--ports",
                "N",
                "ports that calls come from in turn (1)",
                (o, v) -> o.ports = number("--ports", v, 1, 512));
        option(
                "--far-end",
                "ADDR:PORT",
                "bridge: where the server finds us; 0.0.0.0 is any (127.0.0.1:5570)",
                OptionTable::farEnd);
        option("--no-gro", "", "take what arrives datagram by datagram (no UDP_GRO)", (o, v) -> o.gro = false);
        option(
                "--gso",
                "",
                "send what has one way as one (UDP_SEGMENT): cheaper, but less like many phones",
                (o, v) -> o.gso = true);
        heading("What the network does to what we send");
        option("--loss", "PERCENT", "lose datagrams", (o, v) -> o.loss = percent("--loss", v));
        option("--duplicate", "PERCENT", "send datagrams twice", (o, v) -> o.duplication = percent("--duplicate", v));
        option("--reorder", "PERCENT", "let datagrams be overtaken", (o, v) -> o.reorder = percent("--reorder", v));
        option(
                "--jitter",
                "MS",
                "hold each datagram back, at random, up to this long",
                (o, v) -> o.jitterMs = number("--jitter", v, 0, 1000));
        option(
                "--rebind",
                "S",
                "as a NAT does: calls and users change their port every S seconds",
                (o, v) -> o.rebindSeconds = number("--rebind", v, 1, LONGEST_RUN_SECONDS));
        option(
                "--seed",
                "N",
                "repeat the chances of another run",
                (o, v) -> o.seed = number("--seed", v, 0, Integer.MAX_VALUE));
        heading("Results");
        option(
                "--server-pid",
                "PID",
                "process on this machine whose CPU time is measured",
                (o, v) -> o.serverPid = number("--server-pid", v, 1, Integer.MAX_VALUE));
        option("--json", "FILE", "write all results as JSON; - for standard output", (o, v) -> o.json = Path.of(v));
        option("--html", "FILE", "write a report with charts", (o, v) -> o.html = Path.of(v));
        option(
                "--csv",
                "FILE",
                "append one line with all figures, below a heading if the file is new",
                (o, v) -> o.csv = Path.of(v));
        option("--label", "TEXT", "name of the run in that line", (o, v) -> o.label = v);
        option("--quiet", "", "no progress line", (o, v) -> o.quiet = true);
        option(
                "--max-loss",
                "PERCENT",
                "exit status 1 if more frames are lost",
                (o, v) -> o.maxLossPercent = PERCENT * percent("--max-loss", v));
        option(
                "--max-p99",
                "MS",
                "... if the slowest hundredth of the frames takes longer",
                (o, v) -> o.maxP99Ms = decimal("--max-p99", v, 0, 60_000));
        option(
                "--max-setup-p99",
                "MS",
                "... or of the set-ups and registrations",
                (o, v) -> o.maxSetUpP99Ms = decimal("--max-setup-p99", v, 0, 60_000));
        option(
                "--max-failed",
                "PERCENT",
                "... if more calls or registrations fail or are dropped (0)",
                (o, v) -> o.maxFailedPercent = PERCENT * percent("--max-failed", v));
        option(
                "--min-mos",
                "MOS",
                "... if the worst twentieth of the streams scores less",
                (o, v) -> o.minMos = decimal("--min-mos", v, 1, 5));
        option(
                "--yes",
                "",
                "more than 100 calls, or 20 a second, to another machine: its owner agrees",
                (o, v) -> o.yes = true);
    }

    private OptionTable() {}

    /** Reads one option, {@code --name value} or {@code --name=value}. */
    static void take(PerfOptions options, String argument, Iterator<String> rest) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        for (Option each : ALL) {
            if (each.name.equals(name) && !name.isEmpty()) {
                each.take.accept(options, valueOf(each, equals < 0 ? null : argument.substring(equals + 1), rest));
                return;
            }
        }
        throw new IllegalArgumentException("there is no option " + name + nearest(name));
    }

    private static String valueOf(
            Option option, @org.jspecify.annotations.Nullable String given, Iterator<String> rest) {
        if (option.isFlag()) {
            if (given != null) {
                throw new IllegalArgumentException(option.name + " takes no value");
            }
            return "";
        }
        if (given != null) {
            return given;
        }
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option.name + " needs a value: " + option.value + ", " + option.help);
        }
        return rest.next();
    }

    private static String nearest(String name) {
        for (Option each : ALL) {
            boolean near = name.length() > 3
                    && !each.name.isEmpty()
                    && (each.name.startsWith(name)
                            || name.startsWith(each.name)
                            || each.name.replace("-", "").equals(name.replace("-", "")));
            if (near) {
                return "; did you mean " + each.name + "?";
            }
        }
        return "; --help lists them";
    }

    /** The text of {@code --help}. */
    static String usage() {
        StringBuilder text = new StringBuilder("""
            Usage: asterism perf SCENARIO HOST[:PORT] [OPTIONS]
            Loads an IAX2 server and tells how it bears it.

            Scenarios:
            """);
        for (Scenario each : Scenario.values()) {
            text.append(String.format(Locale.ROOT, "  %-24s%s%n", each.word(), each.summary()));
        }
        for (Option each : ALL) {
            if (each.name.isEmpty()) {
                text.append('\n').append(each.help).append(":\n");
            } else {
                String left = "  " + each.name + (each.isFlag() ? "" : " " + each.value);
                text.append(left)
                        .append(" ".repeat(Math.max(1, NAME_COLUMN - left.length())))
                        .append(each.help)
                        .append('\n');
            }
        }
        return text.append("""

            Examples:
              asterism perf echo 127.0.0.1 --calls 200 --server-pid $(pidof asterisk)
              asterism perf bridge 127.0.0.1 --number 9 --calls 400 --html report.html
                  the server's plan has: exten => 9,1,Dial(IAX2/127.0.0.1:5570/s)
              asterism perf register 127.0.0.1 --user u{n} --secret pass{n} --users 5000 --rate 100
            Exit status: 0 all is well, 1 a threshold is exceeded or nothing could be measured, 2 the command line is wrong.
            """).toString();
    }

    static int number(String option, String text, int low, int high) {
        try {
            int value = Integer.parseInt(text);
            if (value >= low && value <= high) {
                return value;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new IllegalArgumentException(
                "%s takes a whole number from %d to %d, not '%s'".formatted(option, low, high, text));
    }

    private static double decimal(String option, String text, double low, double high) {
        try {
            double value = Double.parseDouble(text);
            if (value >= low && value <= high) {
                return value;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new IllegalArgumentException(
                String.format(Locale.ROOT, "%s takes a number from %s to %s, not '%s'", option, low, high, text));
    }

    private static double percent(String option, String text) {
        return decimal(option, text.endsWith("%") ? text.substring(0, text.length() - 1) : text, 0, PERCENT) / PERCENT;
    }

    private static IaxCodec codec(String name) {
        IaxCodec codec = IaxCodec.of(name.toLowerCase(Locale.ROOT));
        if (codec == null || codec.media() != IaxCodec.Media.AUDIO || !codec.isFixedRate()) {
            throw new IllegalArgumentException(
                    "--codec takes an audio codec of fixed rate, such as ulaw, alaw, gsm, slin, g729, g722; not '"
                            + name + "'");
        }
        return codec;
    }

    private static void farEnd(PerfOptions options, String value) {
        int colon = value.lastIndexOf(':');
        options.farHost = colon < 0 ? "127.0.0.1" : value.substring(0, colon);
        options.farPort = number("the port of --far-end", value.substring(colon + 1), 1, 65_535);
    }

    private static void mix(PerfOptions options, String value) {
        for (String part : value.split(",")) {
            int equals = part.indexOf('=');
            Scenario found = null;
            for (Scenario each : Scenario.values()) {
                if (equals > 0 && each.word().equals(part.substring(0, equals))) {
                    found = each;
                }
            }
            if (found == null || found == Scenario.MIXED || found == Scenario.RAW_BRIDGE) {
                throw new IllegalArgumentException(
                        "--mix takes echo=N, bridge=N, register=N and cps=R with commas between, not '" + part + "'");
            }
            int at = part.indexOf('@', equals);
            String much = part.substring(equals + 1, at < 0 ? part.length() : at);
            options.mix.put(found, number("--mix " + found.word(), much, 1, 1_000_000));
            if (at >= 0) {
                options.mixNumbers.put(found, part.substring(at + 1));
            }
        }
    }

    private static void heading(String text) {
        ALL.add(new Option("", "", text, (o, v) -> {}));
    }

    private static void option(String name, String value, String help, BiConsumer<PerfOptions, String> take) {
        ALL.add(new Option(name, value, help, take));
    }
}
