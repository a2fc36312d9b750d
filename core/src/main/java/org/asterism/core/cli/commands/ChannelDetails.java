package org.asterism.core.cli.commands;

import java.util.List;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelRegistry;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.jspecify.annotations.Nullable;

/** {@code core show channel}. */
final class ChannelDetails {
    private static final String UNKNOWN = "(N/A)";

    private final ChannelRegistry channels;

    ChannelDetails(ChannelRegistry channels) {
        this.channels = channels;
    }

    List<CliCommand> all() {
        return List.of(new DeclaredCommand(
                "core show channel", "Display information on a specific channel", """
                    Usage: core show channel <channel>
                           Prints what is known of a channel: its parties, state, formats, place in the
                           dialplan and variables.\
                    """, this::show, this::complete));
    }

    private List<String> complete(List<String> arguments, String prefix) {
        return arguments.isEmpty() ? names(channels, prefix) : List.of();
    }

    /** {@return names of channels that begin with a prefix} */
    static List<String> names(ChannelRegistry channels, String prefix) {
        return Candidates.beginningWith(
                prefix, channels.all().stream().map(Channel::name).toList());
    }

    private CliResult show(CliRequest request) {
        if (request.arguments().size() != 1) {
            return CliResult.SHOW_USAGE;
        }
        String name = request.arguments().getFirst();
        @Nullable Channel channel = channels.find(name);
        if (channel == null) {
            request.println(name + " is not a known channel");
            return CliResult.SILENT_FAILURE;
        }
        request.println(" -- General --");
        printGeneral(request, channel);
        request.println(" --   PBX   --");
        printPosition(request, channel);
        request.println("      Variables:");
        channel.variables().all().forEach((key, value) -> request.println(key + "=" + value));
        return CliResult.SUCCESS;
    }

    private static void printGeneral(CliRequest request, Channel channel) {
        line(request, "Name", channel.name());
        line(request, "Type", channel.technology().name());
        line(request, "UniqueID", channel.uniqueId());
        line(request, "LinkedID", channel.linkedId());
        line(request, "Caller ID", known(channel.callerId().number()));
        line(request, "Caller ID Name", known(channel.callerId().name()));
        line(request, "Connected Line ID", known(channel.connectedLine().number()));
        line(request, "Connected Line ID Name", known(channel.connectedLine().name()));
        line(request, "Eff. Connected Line ID", known(channel.connectedLine().number()));
        line(
                request,
                "Eff. Connected Line ID Name",
                known(channel.connectedLine().name()));
        line(request, "DNID Digits", known(channel.callerId().dnid()));
        line(request, "Language", channel.language());
        line(request, "State", channel.state().label() + " (" + channel.state().number() + ")");
        line(request, "NativeFormats", "(" + channel.leg().media().format().label() + ")");
        line(request, "Time to Hangup", Long.toString(channel.absoluteTimeoutLeft() / 1000));
        long seconds = channel.ageSeconds();
        line(request, "Elapsed Time", "%dh%dm%ds".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60));
        String bridge = channel.bridgeId();
        line(request, "Bridge ID", bridge == null ? "(Not bridged)" : bridge);
    }

    private static void printPosition(CliRequest request, Channel channel) {
        String application = channel.application();
        line(request, "Context", channel.position().context());
        line(request, "Extension", channel.position().extension());
        line(request, "Priority", Integer.toString(channel.position().priority()));
        line(request, "Application", known(application));
        line(
                request,
                "Data",
                application.isEmpty() || !channel.applicationData().isEmpty()
                        ? known(channel.applicationData())
                        : "(Empty)");
        String call = channel.callIdentifier();
        line(request, "Call Identifier", call.isEmpty() ? "(None)" : "[" + call + "]");
    }

    /** Labels are flush right, as far as they fit. */
    private static void line(CliRequest request, String label, String value) {
        request.printf("%15s: %s", label, value);
    }

    private static String known(String text) {
        return text.isEmpty() ? UNKNOWN : text;
    }
}
