package org.asterism.core.registration;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;

/** {@code registration explain}: why a registration is where it is, whatever its protocol. */
public final class RegistrationCommands {
    private final RegistrationBook book;

    /**
     * @param book the registrations of all modules
     */
    public RegistrationCommands(RegistrationBook book) {
        this.book = book;
    }

    /** {@return the commands} */
    public List<CliCommand> all() {
        return List.of(new DeclaredCommand(
                "registration explain",
                "Tells why an outbound registration is where it is",
                """
                Usage: registration explain <name>
                       Addresses resolved and used, the last answers with the rule that decided what followed,
                       retries left and the next request of an outbound registration: SIP, IAX2 or HTTP.\
                """,
                this::explain,
                this::complete));
    }

    private CliResult explain(CliRequest request) {
        if (request.arguments().size() != 1) {
            return CliResult.SHOW_USAGE;
        }
        String name = request.arguments().getFirst();
        List<RegistrationReport> found = book.find(name);
        if (found.isEmpty()) {
            request.println("There is no outbound registration '" + name + "'. Known: "
                    + (book.names().isEmpty() ? "none" : String.join(", ", book.names())));
            return CliResult.FAILURE;
        }
        for (RegistrationReport each : found) {
            new RegistrationExplanation(each, Instant.now(), ZoneId.systemDefault())
                    .lines()
                    .forEach(request::println);
        }
        return CliResult.SUCCESS;
    }

    private List<String> complete(List<String> arguments, String prefix) {
        String start = prefix.toLowerCase(Locale.ROOT);
        return arguments.isEmpty()
                ? book.names().stream()
                        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(start))
                        .toList()
                : List.of();
    }
}
