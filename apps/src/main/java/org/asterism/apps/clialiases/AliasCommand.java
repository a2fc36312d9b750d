package org.asterism.apps.clialiases;

import java.util.List;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRegistry;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;

/** Another name for a command, or for the beginning of one. */
final class AliasCommand implements CliCommand {
    /** How deep aliases of aliases may be nested; more is a circle. */
    private static final int MAX_DEPTH = 8;

    private static final ScopedValue<Integer> DEPTH = ScopedValue.newInstance();

    private final CliRegistry registry;
    private final String alias;
    private final String target;

    /**
     * @param registry runs the real command
     * @param alias    the other name
     * @param target   what is typed in its place
     */
    AliasCommand(CliRegistry registry, String alias, String target) {
        this.registry = registry;
        this.alias = alias;
        this.target = target;
    }

    /** {@return what is typed in its place} */
    String target() {
        return target;
    }

    @Override
    public String words() {
        return alias;
    }

    @Override
    public String summary() {
        return "Alias of '" + target + "'";
    }

    @Override
    public String usage() {
        return "Usage: " + alias + " ...\n       Runs '" + target + "' with what follows.";
    }

    @Override
    public CliResult run(CliRequest request) {
        int depth = DEPTH.orElse(0);
        if (depth == MAX_DEPTH) {
            request.println("The alias '" + alias + "' leads back to itself");
            return CliResult.SILENT_FAILURE;
        }
        CliResult result = ScopedValue.where(DEPTH, depth + 1)
                .call(() -> registry.run(line(request.arguments()), request.output()));
        // The real command has shown its usage or said that it failed.
        return result == CliResult.SUCCESS ? CliResult.SUCCESS : CliResult.SILENT_FAILURE;
    }

    @Override
    public List<String> complete(List<String> arguments, String prefix) {
        int depth = DEPTH.orElse(0);
        return depth == MAX_DEPTH
                ? List.of()
                : ScopedValue.where(DEPTH, depth + 1).call(() -> registry.complete(line(arguments) + " " + prefix));
    }

    @Override
    public boolean runsDuringShutdown() {
        return true; // whether the real one does is asked when it is run
    }

    private String line(List<String> arguments) {
        StringBuilder line = new StringBuilder(target);
        for (String argument : arguments) {
            line.append(' ').append(quoted(argument));
        }
        return line.toString();
    }

    /** {@return a word as it must be typed to be one word again} */
    private static String quoted(String word) {
        boolean plain =
                !word.isEmpty() && word.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"' || c == '\\');
        return plain ? word : "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
