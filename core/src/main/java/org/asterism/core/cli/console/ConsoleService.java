package org.asterism.core.cli.console;

import org.asterism.core.Version;
import org.asterism.core.cli.CliRegistry;

/**
 * What the switch gives to its consoles.
 *
 * @param commands         runs and completes lines
 * @param log              shows log lines to consoles
 * @param host             the machine's name, for prompts
 * @param systemName       asterisk.conf's, may be empty
 * @param quietConnections asterisk.conf's {@code hideconnect}: say nothing when a remote console comes or goes
 */
public record ConsoleService(
        CliRegistry commands, ConsoleLog log, String host, String systemName, boolean quietConnections) {
    /** {@return how the switch introduces itself to consoles} */
    Welcome welcome() {
        return new Welcome(Version.full(), host, ProcessHandle.current().pid(), systemName);
    }
}
