package org.asterism.core.cli;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A command put together from its parts.
 *
 * @param words     as {@link CliCommand#words}
 * @param summary   as {@link CliCommand#summary}
 * @param usage     as {@link CliCommand#usage}
 * @param action    as {@link CliCommand#run}
 * @param completer as {@link CliCommand#complete}
 * @param runsDuringShutdown as {@link CliCommand#runsDuringShutdown}
 */
public record DeclaredCommand(
        String words,
        String summary,
        String usage,
        Function<CliRequest, CliResult> action,
        BiFunction<List<String>, String, List<String>> completer,
        boolean runsDuringShutdown)
        implements CliCommand {
    /**
     * A command that takes nothing after its words, or completes nothing there.
     *
     * @param words   as {@link CliCommand#words}
     * @param summary as {@link CliCommand#summary}
     * @param usage   as {@link CliCommand#usage}
     * @param action  as {@link CliCommand#run}
     */
    public DeclaredCommand(String words, String summary, String usage, Function<CliRequest, CliResult> action) {
        this(words, summary, usage, action, (_, _) -> List.of(), false);
    }

    /**
     * A command with completion.
     *
     * @param words     as {@link CliCommand#words}
     * @param summary   as {@link CliCommand#summary}
     * @param usage     as {@link CliCommand#usage}
     * @param action    as {@link CliCommand#run}
     * @param completer as {@link CliCommand#complete}
     */
    public DeclaredCommand(
            String words,
            String summary,
            String usage,
            Function<CliRequest, CliResult> action,
            BiFunction<List<String>, String, List<String>> completer) {
        this(words, summary, usage, action, completer, false);
    }

    /** {@return this command, allowed while the switch shuts down} */
    public DeclaredCommand duringShutdown() {
        return new DeclaredCommand(words, summary, usage, action, completer, true);
    }

    @Override
    public CliResult run(CliRequest request) {
        return action.apply(request);
    }

    @Override
    public List<String> complete(List<String> arguments, String prefix) {
        return completer.apply(arguments, prefix);
    }
}
