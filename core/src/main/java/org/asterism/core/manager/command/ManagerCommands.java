package org.asterism.core.manager.command;

import java.util.List;
import java.util.stream.Stream;
import org.asterism.core.Pbx;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.manager.server.ManagerServer;
import org.asterism.core.module.ModuleDeclined;

/** All commands of this package. */
public final class ManagerCommands {
    /** Reads manager.conf again. */
    @FunctionalInterface
    public interface Reload {
        /**
         * Reads it.
         *
         * @throws ModuleDeclined it cannot be used, and what was in force stays
         */
        void run() throws ModuleDeclined;
    }

    private ManagerCommands() {}

    /**
     * The commands, ready to be registered.
     *
     * @param pbx    the switch
     * @param server the manager interface
     * @param reload reads manager.conf again
     * @return one instance each
     */
    public static List<CliCommand> all(Pbx pbx, ManagerServer server, Reload reload) {
        return Stream.of(
                        new ActionCommands(pbx.managerActions()).all(),
                        new SessionCommands(server).all(),
                        new UserCommands(server).all(),
                        new SettingsCommand(server).all(),
                        new EventCommands().all(),
                        List.<CliCommand>of(new DeclaredCommand(
                                "manager reload",
                                "Reload manager configurations",
                                """
                                Usage: manager reload
                                       Reads manager.conf again.\
                                """,
                                request -> reload(request, reload))))
                .flatMap(List::stream)
                .toList();
    }

    private static CliResult reload(CliRequest request, Reload reload) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        try {
            reload.run();
            return CliResult.SUCCESS;
        } catch (ModuleDeclined e) {
            request.println(String.valueOf(e.getMessage()));
            return CliResult.FAILURE;
        }
    }
}
