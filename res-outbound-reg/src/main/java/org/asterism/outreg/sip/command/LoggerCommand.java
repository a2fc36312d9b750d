package org.asterism.outreg.sip.command;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.outreg.sip.MessageLog;

/** {@code pjsip set logger}. */
final class LoggerCommand {
    static final String WORDS = "pjsip set logger {on|off|host|add|method|methodadd|verbose}";
    static final String SUMMARY = "Enable/Disable PJSIP Logger Output";
    static final String USAGE = """
        Usage: pjsip set logger {on|off|host <name/subnet>|add <name/subnet>|method <method>|methodadd <method>|verbose <on/off>}
               Enables or disabling logging of SIP packets
               read on ports bound to PJSIP transports either
               globally or enables logging for an individual
               host or particular SIP method(s).
               Messages can be filtered by SIP request methods
               INVITE, CANCEL, ACK, BYE, REGISTER, OPTIONS,
               SUBSCRIBE, NOTIFY, PUBLISH, INFO, and MESSAGE\
        """;

    private static final List<String> METHODS = List.of(
            "INVITE",
            "CANCEL",
            "ACK",
            "BYE",
            "REGISTER",
            "OPTIONS",
            "SUBSCRIBE",
            "NOTIFY",
            "PUBLISH",
            "INFO",
            "MESSAGE");

    private final MessageLog log;

    LoggerCommand(MessageLog log) {
        this.log = log;
    }

    CliResult run(CliRequest request) {
        String verb = request.words().get(3).toLowerCase(Locale.ROOT);
        List<String> arguments = request.arguments();
        boolean takesNone = verb.equals("on") || verb.equals("off");
        if (arguments.size() != (takesNone ? 0 : 1)) {
            return CliResult.SHOW_USAGE;
        }
        return switch (verb) {
            case "on" -> {
                log.on();
                request.println("PJSIP Logging enabled");
                yield CliResult.SUCCESS;
            }
            case "off" -> {
                log.off();
                request.println("PJSIP Logging disabled");
                yield CliResult.SUCCESS;
            }
            case "host", "add" -> host(request, arguments.getFirst(), verb.equals("add"));
            case "method", "methodadd" -> method(request, arguments.getFirst(), verb.equals("methodadd"));
            default -> verbose(request, arguments.getFirst());
        };
    }

    private CliResult host(CliRequest request, String name, boolean more) {
        try {
            log.host(network(name), more);
        } catch (IllegalArgumentException | UnknownHostException _) {
            return CliResult.SHOW_USAGE;
        }
        request.println("PJSIP Logging Enabled for host: " + name);
        return CliResult.SUCCESS;
    }

    /** A console command may wait for a name server. */
    private static String network(String name) throws UnknownHostException {
        int slash = name.indexOf('/');
        return slash >= 0 ? name : InetAddress.getByName(name).getHostAddress();
    }

    private CliResult method(CliRequest request, String name, boolean more) {
        String method = name.toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            return CliResult.SHOW_USAGE;
        }
        log.method(method, more);
        request.println("PJSIP Logging Enabled for SIP Method: " + method);
        return CliResult.SUCCESS;
    }

    private CliResult verbose(CliRequest request, String word) {
        boolean on = word.equalsIgnoreCase("on");
        if (!on && !word.equalsIgnoreCase("off")) {
            return CliResult.SHOW_USAGE;
        }
        log.verbose(on);
        request.println("PJSIP Logging to verbose has been " + (on ? "enabled" : "disabled"));
        return CliResult.SUCCESS;
    }

    static List<String> complete(List<String> arguments, String prefix) {
        return arguments.isEmpty()
                ? METHODS.stream()
                        .filter(each -> each.startsWith(prefix.toUpperCase(Locale.ROOT)))
                        .toList()
                : List.of();
    }
}
