package org.asterism.core.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The console commands of the switch: found by their words, completed and run. Words are compared in any case and must be
 * complete; of several commands that fit, the one with most fixed words is meant. Safe for any thread.
 */
public final class CliRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(CliRegistry.class);

    private static final Comparator<String> ANY_CASE = Comparator.comparing(
                    (String word) -> word.toLowerCase(Locale.ROOT))
            .thenComparing(Comparator.naturalOrder());

    /** Longest line that is run or completed, in characters. */
    public static final int MAX_LINE = 4096;

    /**
     * A command and who offers it.
     *
     * @param command the command
     * @param module  the module that offers it
     */
    public record Entry(CliCommand command, String module) {}

    private record Known(CommandPattern pattern, Entry entry) {}

    private final Map<String, Known> commands = new ConcurrentSkipListMap<>();
    private volatile BooleanSupplier shuttingDown = () -> false;

    /**
     * Offers a command.
     *
     * @param command its one instance
     * @param module  who offers it
     * @return takes it back
     * @throws IllegalStateException another module offers a command of these words already
     */
    public Runnable register(CliCommand command, String module) {
        CommandPattern pattern = new CommandPattern(command.words());
        String key = pattern.text().toLowerCase(Locale.ROOT);
        Known known = new Known(pattern, new Entry(command, module));
        Known other = commands.putIfAbsent(key, known);
        if (other != null) {
            throw new IllegalStateException("Command '" + command.words() + "' is registered by "
                    + other.entry().module() + " already");
        }
        return () -> commands.remove(key, known);
    }

    /**
     * Has commands refused while the switch shuts down, except those that {@linkplain CliCommand#runsDuringShutdown say they may
     * run}.
     *
     * @param condition whether it shuts down
     */
    public void refuseWhile(BooleanSupplier condition) {
        shuttingDown = condition;
    }

    /** {@return all commands, by their words} */
    public List<Entry> all() {
        return commands.values().stream().map(Known::entry).toList();
    }

    /**
     * The commands that a beginning may lead to, for help.
     *
     * @param words the last of them perhaps not complete; none for all commands
     * @return commands whose words begin like that
     */
    public List<Entry> beginningWith(List<String> words) {
        return commands.values().stream()
                .filter(known -> known.pattern().beginsWith(words))
                .map(Known::entry)
                .toList();
    }

    /**
     * The command that has exactly these fixed words.
     *
     * @param words complete words
     * @return the command, or {@code null}
     */
    public @Nullable CliCommand exactly(List<String> words) {
        for (Known known : commands.values()) {
            if (known.pattern().size() == words.size() && known.pattern().matches(words)) {
                return known.entry().command();
            }
        }
        return null;
    }

    /**
     * Runs a line.
     *
     * @param line   what was typed
     * @param output where the answer goes, failures and usage texts included
     * @return how it went; a line that names no command is a failure, an empty one a success
     */
    public CliResult run(String line, CliOutput output) {
        String typed = line.strip();
        if (typed.length() > MAX_LINE) {
            output.println("Line of " + typed.length() + " characters is too long: at most " + MAX_LINE + " are taken");
            return CliResult.FAILURE;
        }
        List<String> words = CommandWords.of(typed).words();
        if (words.isEmpty()) {
            return CliResult.SUCCESS;
        }
        Known known = find(words);
        if (known == null) {
            output.println("No such command '" + typed + "' (type 'core show help " + typed
                    + "' for other possible commands)");
            return CliResult.FAILURE;
        }
        CliCommand command = known.entry().command();
        if (shuttingDown.getAsBoolean() && !command.runsDuringShutdown()) {
            output.println("Command '" + typed + "' cannot be run during shutdown");
            return CliResult.FAILURE;
        }
        List<String> arguments = words.subList(known.pattern().size(), words.size());
        CliResult result = execute(command, new CliRequest(typed, words, arguments, output));
        switch (result) {
            case SUCCESS, SILENT_FAILURE -> {}
            case SHOW_USAGE -> command.usage().stripTrailing().lines().forEach(output::println);
            case FAILURE -> output.println("Command '" + typed + "' failed.");
        }
        return result;
    }

    /**
     * What may be typed next.
     *
     * @param line what has been typed, up to the cursor
     * @return whole words that the last, perhaps still empty, word of the line may become; sorted
     */
    public List<String> complete(String line) {
        if (line.length() > MAX_LINE) {
            return List.of();
        }
        CommandWords typed = CommandWords.of(line);
        List<String> before = typed.complete();
        String prefix = typed.prefix();
        TreeSet<String> candidates = new TreeSet<>(ANY_CASE);
        candidates.addAll(nextWords(before, prefix));
        Known meant = find(before);
        if (meant != null) {
            List<String> arguments = before.subList(meant.pattern().size(), before.size());
            candidates.addAll(offers(meant.entry().command(), arguments, prefix));
        }
        return new ArrayList<>(candidates);
    }

    /**
     * What may come next of the words of commands, without their arguments.
     *
     * @param words  complete words
     * @param prefix of the next one
     * @return candidates, sorted
     */
    public List<String> nextWords(List<String> words, String prefix) {
        TreeSet<String> candidates = new TreeSet<>(ANY_CASE);
        for (Known known : commands.values()) {
            candidates.addAll(known.pattern().next(words, prefix));
        }
        return new ArrayList<>(candidates);
    }

    private static List<String> offers(CliCommand command, List<String> arguments, String prefix) {
        try {
            return command.complete(arguments, prefix);
        } catch (RuntimeException e) {
            LOG.error("Completion of command '{}' broke", command.words(), e);
            return List.of();
        }
    }

    private static CliResult execute(CliCommand command, CliRequest request) {
        try {
            return command.run(request);
        } catch (RuntimeException e) {
            LOG.error("Command '{}' broke", command.words(), e);
            return CliResult.FAILURE;
        }
    }

    private @Nullable Known find(List<String> words) {
        Known best = null;
        for (Known known : commands.values()) {
            if ((best == null || known.pattern().size() > best.pattern().size())
                    && known.pattern().matches(words)) {
                best = known;
            }
        }
        return best;
    }
}
