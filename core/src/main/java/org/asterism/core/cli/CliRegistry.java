package org.asterism.core.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The console commands of the switch: found by their words and run. Safe for any thread. */
public final class CliRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(CliRegistry.class);

    /**
     * A command and who offers it.
     *
     * @param command the command
     * @param module  the module that offers it
     */
    public record Entry(CliCommand command, String module) {}

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /**
     * Offers a command.
     *
     * @param command its one instance
     * @param module  who offers it
     * @return takes it back
     * @throws IllegalStateException another module offers a command of these words already
     */
    public synchronized Runnable register(CliCommand command, String module) {
        for (Entry entry : entries) {
            if (entry.command().words().equalsIgnoreCase(command.words())) {
                throw new IllegalStateException(
                        "Command '" + command.words() + "' is registered by " + entry.module() + " already");
            }
        }
        Entry added = new Entry(command, module);
        entries.add(added);
        return () -> entries.remove(added);
    }

    /** {@return all commands, by their words} */
    public List<Entry> all() {
        List<Entry> list = new ArrayList<>(entries);
        list.sort(Comparator.comparing(entry -> entry.command().words()));
        return list;
    }

    /**
     * Runs a line.
     *
     * @param line   what was typed
     * @param output where the answer goes, failures and usage texts included
     * @return how it went; a line that names no command is a failure, an empty one a success
     */
    public CliResult run(String line, CliOutput output) {
        List<String> words =
                line.isBlank() ? List.of() : Arrays.asList(line.strip().split("\\s+"));
        if (words.isEmpty()) {
            return CliResult.SUCCESS;
        }
        CliCommand command = find(words);
        if (command == null) {
            output.println("No such command '" + line.strip() + "' (type 'core show help " + line.strip()
                    + "' for other possible commands)");
            return CliResult.FAILURE;
        }
        int fixed = command.words().split(" ").length;
        CliRequest request = new CliRequest(line.strip(), words, words.subList(fixed, words.size()), output);
        CliResult result;
        try {
            result = command.run(request);
        } catch (RuntimeException e) {
            LOG.error("Command '{}' broke", command.words(), e);
            result = CliResult.FAILURE;
        }
        switch (result) {
            case SUCCESS -> {}
            case SHOW_USAGE -> output.println(command.usage());
            case FAILURE -> output.println("Command '" + line.strip() + "' failed.");
        }
        return result;
    }

    private @Nullable CliCommand find(List<String> words) {
        CliCommand best = null;
        int bestLength = 0;
        for (Entry entry : entries) {
            String[] fixed = entry.command().words().split(" ");
            if (fixed.length > bestLength && fixed.length <= words.size() && matches(fixed, words)) {
                best = entry.command();
                bestLength = fixed.length;
            }
        }
        return best;
    }

    private static boolean matches(String[] fixed, List<String> words) {
        for (int i = 0; i < fixed.length; i++) {
            String word = words.get(i).toLowerCase(Locale.ROOT);
            String alternatives = fixed[i];
            boolean matched = alternatives.startsWith("{")
                    ? List.of(alternatives
                                    .substring(1, alternatives.length() - 1)
                                    .split("\\|"))
                            .contains(word)
                    : alternatives.equals(word);
            if (!matched) {
                return false;
            }
        }
        return true;
    }
}
