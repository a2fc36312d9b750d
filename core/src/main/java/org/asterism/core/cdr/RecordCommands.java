package org.asterism.core.cdr;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelRegistry;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.jspecify.annotations.Nullable;

/** {@code cdr show}, in Asterisk's layout. */
final class RecordCommands {
    private static final String ACTIVE = "%-25.25s %-25.25s %-15.15s %-8.8s %-8.8s %-8.8s %-8.8s %-8.8s";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final CallDetailRecords records;
    private final ChannelRegistry channels;

    RecordCommands(CallDetailRecords records, ChannelRegistry channels) {
        this.records = records;
        this.channels = channels;
    }

    List<CliCommand> all() {
        return List.of(
                new DeclaredCommand("cdr show status", "Display the CDR status", """
                    Usage: cdr show status
                           Shows whether calls are recorded, which, and where the records go.\
                    """, this::status),
                new DeclaredCommand("cdr show active", "Display active CDRs for channels", """
                    Usage: cdr show active
                           Lists the records that are being made of the channels there are.\
                    """, this::active));
    }

    private CliResult status(CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        RecordSettings settings = records.settings();
        request.println("");
        request.println("Call Detail Record (CDR) settings");
        request.println("----------------------------------");
        line(request, "Logging", settings.enabled() ? "Enabled" : "Disabled");
        line(request, "Mode", "Simple");
        if (settings.enabled()) {
            line(request, "Log calls by default", yesNo(settings.channelDefault()));
            line(request, "Log unanswered calls", yesNo(settings.unanswered()));
            line(request, "Log congestion", yesNo(settings.congestion()));
            request.println("");
            line(request, "Ignore bridging changes", yesNo(false));
            request.println("");
            line(request, "Ignore dial state changes", yesNo(false));
            request.println("");
            line(request, "Cancel disposition enabled", yesNo(settings.cancelDisposition()));
            request.println("");
            request.println("* Registered Backends");
            request.println("  -------------------");
            List<String> writers = records.writers();
            if (writers.isEmpty()) {
                request.println("    (none)");
            }
            writers.forEach(writer -> request.println("    " + writer));
            request.println("");
        }
        return CliResult.SUCCESS;
    }

    private CliResult active(CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        request.println("");
        request.println("Channels with Call Detail Record (CDR) Information");
        request.println("--------------------------------------------------");
        request.printf(ACTIVE, "Channel", "Dst. Channel", "LastApp", "Start", "Answer", "End", "Billsec", "Duration");
        for (Channel channel : channels.all()) {
            List<CallRecord> all = records.active(channel);
            if (!all.isEmpty()) {
                print(request, all.getLast());
            }
        }
        return CliResult.SUCCESS;
    }

    private static void print(CliRequest request, CallRecord record) {
        request.printf(
                ACTIVE,
                record.channel(),
                record.peerChannel().isEmpty() ? "<none>" : record.peerChannel(),
                record.application(),
                time(record.start()),
                time(record.answer()),
                time(record.end()),
                "%08d".formatted(record.billableSeconds()),
                "%08d".formatted(record.durationSeconds()));
    }

    private static void line(CliRequest request, String label, String value) {
        request.printf("  %-27s %s", label + ":", value);
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "" : TIME.format(time);
    }

    private static String yesNo(boolean value) {
        return value ? "Yes" : "No";
    }
}
