package org.asterism.iax2.cli;

import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.module.ModuleDeclined;

/** {@code iax2 reload}. */
final class Reload implements CliCommand {
    private final Iax2Facts facts;

    Reload(Iax2Facts facts) {
        this.facts = facts;
    }

    @Override
    public String words() {
        return "iax2 reload";
    }

    @Override
    public String summary() {
        return "Reload IAX configuration";
    }

    @Override
    public String usage() {
        return """
            Usage: iax2 reload
                   Reloads IAX configuration from iax.conf\
            """;
    }

    @Override
    public CliResult run(CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        try {
            facts.reload();
            return CliResult.SUCCESS;
        } catch (ModuleDeclined e) {
            request.println(String.valueOf(e.getMessage()));
            return CliResult.FAILURE;
        }
    }
}
