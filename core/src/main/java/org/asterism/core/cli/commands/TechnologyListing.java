package org.asterism.core.cli.commands;

import java.util.Arrays;
import java.util.List;
import org.asterism.core.NamedRegistry;
import org.asterism.core.channel.ChannelTechnology;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.jspecify.annotations.Nullable;

/** {@code core show channeltypes} and {@code core show channeltype}. */
final class TechnologyListing {
    private static final String ROW = "%-15.15s  %-40.40s %-13.13s %-13.13s %-13.13s %-13.13s";
    private static final String DASHES = "-".repeat(13);

    private final NamedRegistry<ChannelTechnology> technologies;

    TechnologyListing(NamedRegistry<ChannelTechnology> technologies) {
        this.technologies = technologies;
    }

    List<CliCommand> all() {
        return List.of(
                new DeclaredCommand("core show channeltypes", "List available channel types", """
                    Usage: core show channeltypes
                           Lists the channel technologies and what they can do.\
                    """, this::list),
                new DeclaredCommand(
                        "core show channeltype",
                        "Give more details on that channel type",
                        """
                        Usage: core show channeltype <name>
                               Tells what a channel technology can do.\
                        """,
                        this::show,
                        this::complete));
    }

    private CliResult list(CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        request.printf(ROW, "Type", "Description", "Devicestate", "Presencestate", "Indications", "Transfer");
        request.printf(ROW, DASHES, DASHES, DASHES, DASHES, DASHES, DASHES);
        List<NamedRegistry.Entry<ChannelTechnology>> all = technologies.all();
        for (NamedRegistry.Entry<ChannelTechnology> entry : all) {
            ChannelTechnology technology = entry.item();
            request.printf(
                    ROW,
                    entry.name(),
                    technology.description(),
                    yesNo(tellsDeviceState(technology)),
                    "no",
                    "yes",
                    "no");
        }
        request.println("----------");
        request.println(all.size() + " channel drivers registered.");
        return CliResult.SUCCESS;
    }

    private CliResult show(CliRequest request) {
        if (request.arguments().size() != 1) {
            return CliResult.SHOW_USAGE;
        }
        String name = request.arguments().getFirst();
        @Nullable ChannelTechnology technology = technologies.find(name);
        if (technology == null) {
            request.println("");
            request.println(name + " is not a registered channel driver.");
            return CliResult.FAILURE;
        }
        request.println("-- Info about channel driver: " + technology.name() + " --");
        request.println("  Device State: " + yesNo(tellsDeviceState(technology)));
        request.println("Presence State: no");
        request.println("    Indication: yes");
        request.println("     Transfer : no");
        request.println("   Digit Begin: yes");
        request.println("     Digit End: yes");
        request.println("    Send HTML : no");
        request.println(" Image Support: no");
        request.println("  Text Support: yes");
        return CliResult.SUCCESS;
    }

    private List<String> complete(List<String> arguments, String prefix) {
        return arguments.isEmpty()
                ? Candidates.beginningWith(
                        prefix,
                        technologies.all().stream()
                                .map(NamedRegistry.Entry::name)
                                .toList())
                : List.of();
    }

    /** {@return whether a technology has an answer of its own to questions for device states} */
    private static boolean tellsDeviceState(ChannelTechnology technology) {
        return Arrays.stream(technology.getClass().getMethods())
                .anyMatch(method -> method.getName().equals("deviceState") && !method.isDefault());
    }

    private static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }
}
