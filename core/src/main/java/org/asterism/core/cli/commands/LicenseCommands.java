package org.asterism.core.cli.commands;

import java.util.List;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;

/** {@code core show license} and {@code core show warranty}: what the license of this program says. */
final class LicenseCommands {
    private static final String LICENSE = """

        Asterism is licensed under the Apache License, Version 2.0: you may use, change and
        distribute it under the conditions of that license. Its text is in the file LICENSE,
        and at https://www.apache.org/licenses/LICENSE-2.0

        Libraries that come with it have licenses of their own; the file NOTICE names them.
        """;
    private static final String WARRANTY = """

                                    NO WARRANTY

        As sections 7 and 8 of the Apache License, Version 2.0, say in full: the program is
        provided "AS IS", without warranties or conditions of any kind, either express or
        implied, unless applicable law requires them or they were agreed to in writing; and
        nobody who contributed to it is liable for damages that come of its use.
        """;

    List<CliCommand> all() {
        return List.of(
                new DeclaredCommand(
                        "core show license",
                        "Show the license(s) for this copy of Asterism",
                        """
                        Usage: core show license
                               Shows under which license this program may be used.\
                        """,
                        request -> print(request, LICENSE)),
                new DeclaredCommand(
                        "core show warranty",
                        "Show the warranty (if any) for this copy of Asterism",
                        """
                        Usage: core show warranty
                               Shows what is warranted: nothing.\
                        """,
                        request -> print(request, WARRANTY)));
    }

    private static CliResult print(CliRequest request, String text) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        text.lines().forEach(request::println);
        return CliResult.SUCCESS;
    }
}
