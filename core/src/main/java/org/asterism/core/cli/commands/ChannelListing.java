package org.asterism.core.cli.commands;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;

/** {@code core show channels} and {@code core show calls}, in Asterisk's columns. */
final class ChannelListing {
    private static final String CONCISE = "%s!%s!%s!%d!%s!%s!%s!%s!%s!%s!%d!%d!%s!%s";
    private static final String NORMAL = "%-64.64s %-32.32s %-7.7s %-30.30s";
    private static final String VERBOSE_HEAD =
            "%-80.80s %-24.24s %-24.24s %-4.4s %-7.7s %-12.12s %-25.25s %-15.15s %8.8s" + " %-11.11s %-11.11s %-20.20s";
    private static final String VERBOSE = VERBOSE_HEAD.replaceFirst("%-4.4s", "%4d");
    private static final String NONE = "(None)";
    /** The billing class of a channel for which none was set: Asterisk's DOCUMENTATION. */
    private static final int AMA_FLAGS = 3;

    private final Pbx pbx;
    private final CallCount calls;
    private final Supplier<String> uptime;

    ChannelListing(Pbx pbx, CallCount calls, Supplier<String> uptime) {
        this.pbx = pbx;
        this.calls = calls;
        this.uptime = uptime;
    }

    List<CliCommand> all() {
        return List.of(
                new DeclaredCommand(
                        "core show channels [concise|verbose|count]",
                        "Display information on channels",
                        """
                        Usage: core show channels [concise|verbose|count]
                               Lists the channels. 'concise' prints one line of fields with '!' between them
                               for each channel, for programs; 'verbose' prints more and wider columns;
                               'count' prints the numbers of channels and calls only.\
                        """,
                        this::channels),
                new DeclaredCommand("core show calls [uptime]", "Display information on calls", """
                    Usage: core show calls [uptime]
                           Prints how many calls there are and have been; with 'uptime', also for how
                           long the switch has been running.\
                    """, this::calls));
    }

    private CliResult channels(CliRequest request) {
        List<String> arguments = request.arguments();
        if (arguments.size() > 1) {
            return CliResult.SHOW_USAGE;
        }
        List<Channel> channels = pbx.channels().all();
        switch (arguments.isEmpty() ? "" : arguments.getFirst().toLowerCase(Locale.ROOT)) {
            case "" -> {
                request.printf(NORMAL, "Channel", "Location", "State", "Application(Data)");
                channels.forEach(channel -> printNormal(request, channel));
            }
            case "verbose" -> {
                request.printf(
                        VERBOSE_HEAD,
                        "Channel",
                        "Context",
                        "Extension",
                        "Prio",
                        "State",
                        "Application",
                        "Data",
                        "CallerID",
                        "Duration",
                        "Accountcode",
                        "PeerAccount",
                        "BridgeID");
                channels.forEach(channel -> printVerbose(request, channel));
            }
            case "concise" -> {
                channels.forEach(channel -> printConcise(request, channel));
                return CliResult.SUCCESS;
            }
            case "count" -> {}
            default -> {
                return CliResult.SHOW_USAGE;
            }
        }
        calls.printChannels(request, channels.size());
        calls.printCalls(request);
        return CliResult.SUCCESS;
    }

    private CliResult calls(CliRequest request) {
        List<String> arguments = request.arguments();
        boolean withUptime = arguments.size() == 1 && arguments.getFirst().equalsIgnoreCase("uptime");
        if (!arguments.isEmpty() && !withUptime) {
            return CliResult.SHOW_USAGE;
        }
        calls.printCalls(request);
        if (withUptime) {
            request.println("System uptime: " + uptime.get());
        }
        return CliResult.SUCCESS;
    }

    private static void printNormal(CliRequest request, Channel channel) {
        String application = channel.application();
        boolean placed = !channel.position().context().isEmpty()
                && !channel.position().extension().isEmpty();
        request.printf(
                NORMAL,
                channel.name(),
                placed ? channel.position().display() : NONE,
                channel.state().label(),
                application.isEmpty() ? NONE : application + "(" + channel.applicationData() + ")");
    }

    private static void printVerbose(CliRequest request, Channel channel) {
        long seconds = channel.ageSeconds();
        request.printf(
                VERBOSE,
                channel.name(),
                channel.position().context(),
                channel.position().extension(),
                channel.position().priority(),
                channel.state().label(),
                orElse(channel.application(), NONE),
                orElse(channel.applicationData(), channel.application().isEmpty() ? "" : "(Empty)"),
                channel.callerId().number(),
                "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60),
                channel.accountCode(),
                "",
                Objects.requireNonNullElse(channel.bridgeId(), ""));
    }

    private static void printConcise(CliRequest request, Channel channel) {
        request.printf(
                CONCISE,
                channel.name(),
                channel.position().context(),
                channel.position().extension(),
                channel.position().priority(),
                channel.state().label(),
                orElse(channel.application(), NONE),
                channel.applicationData(),
                channel.callerId().number(),
                channel.accountCode(),
                "",
                AMA_FLAGS,
                channel.ageSeconds(),
                Objects.requireNonNullElse(channel.bridgeId(), ""),
                channel.uniqueId());
    }

    private static String orElse(String text, String instead) {
        return text.isEmpty() ? instead : text;
    }
}
