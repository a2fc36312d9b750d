package org.asterism.core.cli.commands;

import java.util.List;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.media.Format;

/** {@code core show codecs}. There is no column of qualities, as nothing is chosen by such a number here. */
final class CodecListing {
    private static final String ROW = "%8s %-5s %-12s %-16s (%s)";
    private static final String AUDIO = "audio";

    List<CliCommand> all() {
        return List.of(new DeclaredCommand(
                "core show codecs [audio]", "Displays a list of registered codecs", """
                    Usage: core show codecs [audio]
                           Lists the formats that can be named in configuration files.\
                    """, this::list));
    }

    private CliResult list(CliRequest request) {
        List<String> arguments = request.arguments();
        if (arguments.size() > 1
                || (arguments.size() == 1 && !arguments.getFirst().equalsIgnoreCase(AUDIO))) {
            return CliResult.SHOW_USAGE;
        }
        request.println("Disclaimer: this command is for informational purposes only.");
        request.println("\tIt does not indicate anything about your configuration.");
        request.println("      ID TYPE  NAME         FORMAT           DESCRIPTION");
        request.println("-".repeat(96));
        int number = 1;
        for (Format format : Format.values()) {
            request.printf(ROW, number++, AUDIO, format.label(), format.label(), format.description());
        }
        return CliResult.SUCCESS;
    }
}
