package org.asterism.core.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;

/** {@code config show help}: what may be written in which file, from the options that modules declare. */
public final class ConfigHelpCommand implements CliCommand {
    private static final String ROW = "%-25s -- %s";

    private final ConfigCatalogue catalogue;

    /**
     * @param catalogue what is documented
     */
    public ConfigHelpCommand(ConfigCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String words() {
        return "config show help";
    }

    @Override
    public String summary() {
        return "Show configuration help for a file";
    }

    @Override
    public String usage() {
        return """
            Usage: config show help [<file> [<section> [<option>]]]
                   Displays what may be written in configuration files: the files that
                   loaded modules read, the kinds of section of a file, the options of
                   a section, or everything about one option.\
            """;
    }

    @Override
    public CliResult run(CliRequest request) {
        List<String> arguments = request.arguments();
        return switch (arguments.size()) {
            case 0 -> files(request);
            case 1 -> sections(request, arguments.getFirst());
            case 2, 3 -> {
                OptionSet set = catalogue.set(arguments.getFirst(), arguments.get(1));
                if (set == null) {
                    request.println(
                            "No section " + arguments.get(1) + " of " + arguments.getFirst() + " is documented.");
                    yield CliResult.FAILURE;
                }
                yield arguments.size() == 2 ? options(request, set) : option(request, set, arguments.get(2));
            }
            default -> CliResult.SHOW_USAGE;
        };
    }

    private CliResult files(CliRequest request) {
        request.println("The following files are documented:");
        catalogue.files().forEach(file -> request.println("\t" + file));
        return CliResult.SUCCESS;
    }

    private CliResult sections(CliRequest request, String file) {
        List<OptionSet> sets = catalogue.sets(file);
        if (sets.isEmpty()) {
            request.println("File " + file + " is not documented; 'config show help' lists those that are.");
            return CliResult.FAILURE;
        }
        request.println("Sections of " + sets.getFirst().file() + ":");
        sets.forEach(set -> request.printf(ROW, set.section(), set.description()));
        return CliResult.SUCCESS;
    }

    private static CliResult options(CliRequest request, OptionSet set) {
        request.println(set.file() + " [" + set.section() + "]: " + set.description());
        for (Option<?> option : set.options()) {
            request.printf(ROW, option.name(), option.description() + note(option));
        }
        return CliResult.SUCCESS;
    }

    private static CliResult option(CliRequest request, OptionSet set, String name) {
        Option<?> option = set.option(name);
        if (option == null) {
            request.println("No option " + name + " of " + set.file() + " [" + set.section() + "] is documented"
                    + Spelling.suggestion(
                            name, set.options().stream().map(Option::name).toList()));
            return CliResult.FAILURE;
        }
        request.println(set.file() + " [" + set.section() + "] " + option.name());
        request.println("  " + option.description() + note(option));
        request.println("  Value: " + option.type().name());
        String defaultText = option.defaultText();
        request.println("  Default: " + (defaultText.isEmpty() ? "(empty)" : defaultText));
        if (!option.aliases().isEmpty()) {
            request.println("  Also written: " + String.join(", ", option.aliases()));
        }
        if (option.has(Option.Trait.REPEATED)) {
            request.println("  May be written several times; each counts.");
        }
        return CliResult.SUCCESS;
    }

    private static String note(Option<?> option) {
        return option.has(Option.Trait.WITHOUT_EFFECT) ? " (Without effect.)" : "";
    }

    @Override
    public List<String> complete(List<String> arguments, String prefix) {
        Stream<String> candidates = switch (arguments.size()) {
            case 0 -> catalogue.files().stream();
            case 1 -> catalogue.sets(arguments.getFirst()).stream().map(OptionSet::section);
            case 2 -> {
                OptionSet set = catalogue.set(arguments.getFirst(), arguments.get(1));
                yield set == null ? Stream.of() : set.options().stream().map(Option::name);
            }
            default -> Stream.of();
        };
        String lower = prefix.toLowerCase(Locale.ROOT);
        return candidates
                .filter(candidate -> candidate.toLowerCase(Locale.ROOT).startsWith(lower))
                .distinct()
                .toList();
    }
}
