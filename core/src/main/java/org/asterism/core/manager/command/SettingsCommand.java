package org.asterism.core.manager.command;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Collectors;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.manager.config.ManagerConfiguration;
import org.asterism.core.manager.server.ManagerServer;

/** {@code manager show settings}. */
final class SettingsCommand {
    private static final String ROW = "  %-25s  %-15s";

    private final ManagerServer server;

    SettingsCommand(ManagerServer server) {
        this.server = server;
    }

    List<CliCommand> all() {
        return List.of(new DeclaredCommand("manager show settings", "Show manager global settings", """
            Usage: manager show settings
                   Shows what [general] of manager.conf says.\
            """, this::show));
    }

    private CliResult show(CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        ManagerConfiguration now = server.configuration();
        ManagerConfiguration.Tls tls = now.tls();
        request.println("");
        request.println("Global Settings:");
        request.println("----------------");
        row(request, "Manager (AMI):", yesNo(now.enabled()));
        row(request, "Web Manager (AMI/HTTP):", yesNo(false));
        row(request, "TCP Bindaddress:", now.enabled() ? text(now.address()) : "Disabled");
        row(request, "TLS Enable:", yesNo(tls != null));
        row(request, "TLS Bindaddress:", tls == null || !now.enabled() ? "Disabled" : text(tls.address()));
        row(request, "TLS Certfile:", tls == null ? "" : tls.certificate());
        row(request, "TLS Privatekey:", tls == null ? "" : tls.privateKey());
        row(request, "Allow multiple login:", yesNo(now.allowMultipleLogin()));
        row(request, "Display connects:", yesNo(now.displayConnects()));
        row(request, "Timestamp events:", yesNo(now.timestampEvents()));
        row(request, "Authentication timeout:", now.authTimeout().toSeconds());
        row(request, "Authentication limit:", now.authLimit());
        row(request, "Disabled events:", now.disabledEvents().stream().sorted().collect(Collectors.joining(",")));
        return CliResult.SUCCESS;
    }

    private static void row(CliRequest request, String name, Object value) {
        request.printf(ROW, name, value);
    }

    private static String yesNo(boolean value) {
        return value ? "Yes" : "No";
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
