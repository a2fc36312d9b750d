package org.asterism.outreg.sip.command;

import java.util.ArrayList;
import java.util.List;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionValues;
import org.asterism.outreg.sip.config.TransportOptions;
import org.asterism.outreg.sip.config.TransportSettings;
import org.asterism.outreg.sip.transport.AddressFormat;

/** The parameters of a transport by name, in the words in which Asterisk shows them. */
final class TransportParameters {
    private TransportParameters() {}

    /** One line of the table. */
    record Line(String name, String value) {}

    static List<Line> of(TransportSettings transport) {
        List<Line> lines = new ArrayList<>();
        for (Option<?> option : TransportOptions.SET.options()) {
            if (option.name().equals("type")) {
                continue;
            }
            if (option.name().equals("local_net")) {
                transport.localNets().forEach(net -> lines.add(new Line("local_net", withMask(net))));
                if (transport.localNets().isEmpty()) {
                    lines.add(new Line("local_net", ""));
                }
            } else {
                lines.add(new Line(option.name(), value(option, transport)));
            }
        }
        lines.sort(java.util.Comparator.comparing(Line::name));
        return lines;
    }

    static String cos(TransportSettings transport) {
        Option<?> option = TransportOptions.SET.option("cos");
        return option == null ? "0" : transport.options().show(option);
    }

    static String bind(TransportSettings transport) {
        return AddressFormat.of(transport.bind());
    }

    private static String value(Option<?> option, TransportSettings transport) {
        OptionValues options = transport.options();
        return switch (option.name()) {
            case "bind" -> bind(transport);
            // Asterisk writes the switches of TLS with another word than all others.
            case "allow_wildcard_certs", "require_client_cert", "verify_client", "verify_server" ->
                options.show(option).equals("yes") ? "Yes" : "No";
            case "allow_reload", "symmetric_transport", "tcp_keepalive_enable" ->
                options.show(option).equals("yes") ? "true" : "false";
            default -> options.show(option);
        };
    }

    /** Asterisk shows networks with their mask. */
    private static String withMask(String net) {
        int slash = net.indexOf('/');
        if (slash < 0 || net.indexOf(':') >= 0) {
            return net;
        }
        String length = net.substring(slash + 1);
        if (!length.chars().allMatch(Character::isDigit)) {
            return net;
        }
        int bits = Integer.parseInt(length);
        int mask = bits == 0 ? 0 : -1 << (Integer.SIZE - bits);
        return net.substring(0, slash + 1) + (mask >>> 24) + "." + (mask >>> 16 & 0xFF) + "." + (mask >>> 8 & 0xFF)
                + "." + (mask & 0xFF);
    }
}
