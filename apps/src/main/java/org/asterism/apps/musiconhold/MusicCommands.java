package org.asterism.apps.musiconhold;

import java.util.List;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.module.ModuleDeclined;

/** {@code moh show classes}, {@code moh show files} and {@code moh reload}. */
final class MusicCommands {
    private final MusicPlayer player;
    private final MusicOnHoldModule module;

    MusicCommands(MusicPlayer player, MusicOnHoldModule module) {
        this.player = player;
        this.module = module;
    }

    List<CliCommand> all() {
        return List.of(
                new DeclaredCommand(
                        "moh show classes",
                        "List MusicOnHold classes",
                        "Usage: moh show classes\n       Lists all MusicOnHold classes.",
                        this::showClasses),
                new DeclaredCommand(
                        "moh show files",
                        "List MusicOnHold file-based classes",
                        "Usage: moh show files\n       Lists the tracks of all MusicOnHold classes.",
                        this::showFiles),
                new DeclaredCommand(
                        "moh reload",
                        "Reload MusicOnHold",
                        "Usage: moh reload\n       Reads musiconhold.conf again; music that plays goes on.",
                        this::reload));
    }

    private CliResult showClasses(CliRequest request) {
        for (MusicClass musicClass : player.classes().values()) {
            request.println("Class: " + musicClass.name());
            request.println("\tMode: " + musicClass.mode());
            if (musicClass.directory() != null) {
                request.println("\tDirectory: " + musicClass.directory());
            }
        }
        return CliResult.SUCCESS;
    }

    private CliResult showFiles(CliRequest request) {
        for (MusicClass musicClass : player.classes().values()) {
            request.println("Class: " + musicClass.name());
            musicClass.tracks().forEach(track -> request.println("\tFile: " + track));
        }
        return CliResult.SUCCESS;
    }

    private CliResult reload(CliRequest request) {
        try {
            module.reload();
            return CliResult.SUCCESS;
        } catch (ModuleDeclined e) {
            request.println(String.valueOf(e.getMessage()));
            return CliResult.FAILURE;
        }
    }
}
