package org.asterism.outreg.sip.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.outreg.sip.SipStack;
import org.asterism.outreg.sip.config.TransportSettings;

/** {@code pjsip show transports} and {@code pjsip show transport X}, column for column as Asterisk prints them. */
final class TransportListing {
    private static final String HEADER =
            "Transport:  <TransportId........>  <Type>  <cos>  <tos>  <BindAddress....................>";
    private static final String RULE = "=".repeat(90);
    private static final int LEAST_VALUE = 14;

    private final SipStack stack;

    TransportListing(SipStack stack) {
        this.stack = stack;
    }

    CliResult list(CliRequest request) {
        List<String> arguments = request.arguments();
        Pattern pattern = Pattern.compile("");
        if (!arguments.isEmpty()) {
            if (arguments.size() != 2 || !arguments.getFirst().equalsIgnoreCase("like")) {
                return CliResult.SHOW_USAGE;
            }
            try {
                pattern = Pattern.compile(arguments.get(1));
            } catch (PatternSyntaxException e) {
                request.println("'" + arguments.get(1) + "' is not a regular expression: " + e.getDescription());
                return CliResult.FAILURE;
            }
        }
        List<TransportSettings> shown = new ArrayList<>();
        for (TransportSettings each : sorted()) {
            if (pattern.matcher(each.name()).find()) {
                shown.add(each);
            }
        }
        if (shown.isEmpty()) {
            request.println("No objects found.");
            request.println("");
            return CliResult.SUCCESS;
        }
        printHeader(request);
        shown.forEach(each -> printRow(request, each));
        request.println("");
        request.println("Objects found: " + shown.size());
        request.println("");
        return CliResult.SUCCESS;
    }

    CliResult show(CliRequest request) {
        if (request.arguments().isEmpty()) {
            request.println("No object specified.");
            return CliResult.FAILURE;
        }
        String name = request.arguments().getFirst();
        for (TransportSettings each : sorted()) {
            if (each.name().equals(name)) {
                printHeader(request);
                printRow(request, each);
                request.println("");
                printParameters(request, TransportParameters.of(each));
                request.println("");
                return CliResult.SUCCESS;
            }
        }
        request.println("Unable to find object " + name + ".");
        request.println("");
        return CliResult.SUCCESS;
    }

    List<String> names(List<String> arguments, String prefix) {
        return arguments.isEmpty()
                ? sorted().stream()
                        .map(TransportSettings::name)
                        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT)))
                        .toList()
                : List.of();
    }

    private List<TransportSettings> sorted() {
        return stack.transports().stream()
                .sorted(Comparator.comparing(TransportSettings::name))
                .toList();
    }

    private static void printHeader(CliRequest request) {
        request.println("");
        request.println(HEADER);
        request.println(RULE);
        request.println("");
    }

    private static void printRow(CliRequest request, TransportSettings each) {
        request.printf(
                "Transport:  %-21s  %6s  %5s  %5s  %s",
                each.name(),
                each.protocol().word(),
                TransportParameters.cos(each),
                each.tos(),
                TransportParameters.bind(each));
    }

    private static void printParameters(CliRequest request, List<TransportParameters.Line> lines) {
        int name = lines.stream().mapToInt(line -> line.name().length()).max().orElse(0);
        int value = lines.stream().mapToInt(line -> line.value().length()).max().orElse(0);
        request.println(" " + padded("ParameterName", name) + " : ParameterValue");
        request.println(" " + "=".repeat(name + 3 + Math.max(LEAST_VALUE, value)));
        lines.forEach(line -> request.println(" " + padded(line.name(), name) + " : " + line.value()));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
