package org.asterism.outreg.command;

import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRegistry;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;

/** {@code pjsip reload}: all that reads pjsip.conf. In Asterisk it is an alias of cli_aliases.conf. */
public final class ReloadCommand implements CliCommand {
    private static final String RELOAD = "module reload res_pjsip.so res_pjsip_outbound_registration.so";

    private final CliRegistry commands;
    private final Runnable afterwards;

    /**
     * Creates it.
     *
     * @param commands   runs what it stands for
     * @param afterwards done when the files have been read: what was given up gets another chance
     */
    public ReloadCommand(CliRegistry commands, Runnable afterwards) {
        this.commands = commands;
        this.afterwards = afterwards;
    }

    @Override
    public String words() {
        return "pjsip reload";
    }

    @Override
    public String summary() {
        return "Reload everything SIP";
    }

    @Override
    public String usage() {
        return """
            Usage: pjsip reload
                   Reloads pjsip.conf. Registrations that were given up get another chance.\
            """;
    }

    @Override
    public CliResult run(CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        CliResult result = commands.run(RELOAD, request.output());
        afterwards.run();
        return result == CliResult.SUCCESS ? CliResult.SUCCESS : CliResult.SILENT_FAILURE;
    }
}
