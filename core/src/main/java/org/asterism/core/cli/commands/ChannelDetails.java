package org.asterism.core.cli.commands;

import java.util.List;
import java.util.stream.Collectors;
import org.asterism.core.Pbx;
import org.asterism.core.bridge.Bridge;
import org.asterism.core.cdr.CallDetailRecords;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelRegistry;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.media.Format;
import org.asterism.core.media.Translation;
import org.jspecify.annotations.Nullable;

/** {@code core show channel}. */
final class ChannelDetails {
    private static final String UNKNOWN = "(N/A)";

    private final Pbx pbx;
    private final ChannelRegistry channels;

    ChannelDetails(Pbx pbx) {
        this.pbx = pbx;
        this.channels = pbx.channels();
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
        printRecords(request, channel);
        printStreams(request, channel);
        return CliResult.SUCCESS;
    }

    private void printRecords(CliRequest request, Channel channel) {
        @Nullable CallDetailRecords records = pbx.services().find(CallDetailRecords.class);
        if (records == null) {
            return;
        }
        List<String> lines = records.describe(channel);
        if (!lines.isEmpty()) {
            request.println("  CDR Variables:");
            lines.forEach(request::println);
            request.println("");
        }
    }

    private static void printStreams(CliRequest request, Channel channel) {
        request.println(" -- Streams --");
        request.println("Name: audio-0");
        request.println("    Type: audio");
        request.println("    State: sendrecv");
        request.println("    Group: -1");
        request.println("    Formats: (" + channel.leg().media().format().label() + ")");
        request.println("    Metadata:");
    }

    /** What is written to the channel in its bridge, before it is translated; its own format elsewhere. */
    private Format written(Channel channel) {
        String id = channel.bridgeId();
        Bridge bridge = id == null ? null : pbx.bridges().find(id);
        if (bridge != null) {
            for (Channel other : bridge.channels()) {
                if (!other.equals(channel)) {
                    return other.leg().media().format();
                }
            }
        }
        return channel.leg().media().format();
    }

    private static String transcoding(Format from, Format to) {
        List<Format> path = Translation.path(from, to);
        if (path.size() < 2) {
            return "No ";
        }
        return "Yes "
                + path.stream()
                        .map(format -> "(" + (format == Format.SLIN16 ? "slin" : format.label()) + "@"
                                + format.sampleRate() + ")")
                        .collect(Collectors.joining("->"));
    }

    private void printGeneral(CliRequest request, Channel channel) {
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
        Format own = channel.leg().media().format();
        Format written = written(channel);
        line(request, "WriteFormat", written.label());
        line(request, "ReadFormat", own.label());
        line(request, "WriteTranscode", transcoding(written, own));
        line(request, "ReadTranscode", "No ");
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
        line(request, "Call Group", "0");
        line(request, "Pickup Group", "0");
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
