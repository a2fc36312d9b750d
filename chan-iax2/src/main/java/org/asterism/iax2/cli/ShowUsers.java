package org.asterism.iax2.cli;

import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.iax2.config.User;

/** {@code iax2 show users}. */
final class ShowUsers implements CliCommand {
    private static final String ROW = "%-15.15s  %-20.20s  %-15.15s  %-15.15s  %-5.5s  %-5.10s";

    private final Iax2Facts facts;

    ShowUsers(Iax2Facts facts) {
        this.facts = facts;
    }

    @Override
    public String words() {
        return "iax2 show users";
    }

    @Override
    public String summary() {
        return "List defined IAX users";
    }

    @Override
    public String usage() {
        return """
            Usage: iax2 show users [like <pattern>]
                   Lists all known IAX2 users.
                   Optional regular expression pattern is used to filter the user list.\
            """;
    }

    @Override
    public CliResult run(CliRequest request) {
        NameFilter filter = NameFilter.of(request.arguments(), false);
        if (filter == null) {
            return CliResult.SHOW_USAGE;
        }
        request.printf(ROW, "Username", "Secret", "Authen", "Def.Context", "A/C", "Codec Pref");
        for (User user : facts.configuration().users()) {
            if (filter.shows(user.name())) {
                request.printf(
                        ROW,
                        user.name(),
                        secret(user),
                        "%015d".formatted(user.authMethods()),
                        user.defaultContext(),
                        user.access().isEmpty() ? "No" : "Yes",
                        user.codecPriority().label());
            }
        }
        return CliResult.SUCCESS;
    }

    /** What there is, never the secret itself. */
    private static String secret(User user) {
        if (!user.secrets().isEmpty() || !user.dbSecret().isEmpty()) {
            return "<Set>";
        }
        return user.inKeys().isEmpty() ? "-no secret-" : "Key: " + String.join(":", user.inKeys());
    }
}
