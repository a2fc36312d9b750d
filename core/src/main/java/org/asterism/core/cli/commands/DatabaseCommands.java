package org.asterism.core.cli.commands;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.db.AstDb;
import org.asterism.core.db.AstDbEntry;
import org.asterism.core.db.AstDbException;
import org.jspecify.annotations.Nullable;

/** {@code database show|showkey|get|put|del|deltree}. */
final class DatabaseCommands {
    private final AstDb database;

    DatabaseCommands(AstDb database) {
        this.database = database;
    }

    List<CliCommand> all() {
        return List.of(
                command("database show", "Shows database contents", """
                    Usage: database show [family [keytree]]
                       OR: database show [family[/keytree]]
                           Lists the entries of AstDB: all, or those of a family, or of a key and below it.\
                    """, this::show),
                command("database showkey", "Shows database contents", """
                    Usage: database showkey <key>
                           Lists the entries with that key, whatever their family.\
                    """, this::showKey),
                command("database get", "Gets database value", """
                    Usage: database get <family> <key>
                           Prints the value of an entry of AstDB.\
                    """, this::get),
                command("database put", "Adds/updates database value", """
                    Usage: database put <family> <key> <value>
                           Adds an entry to AstDB, or changes its value.\
                    """, this::put),
                command("database del", "Removes database key/value", """
                    Usage: database del <family> <key>
                           Removes an entry from AstDB.\
                    """, this::delete),
                command("database deltree", "Removes database keytree/values", """
                    Usage: database deltree <family> [keytree]
                       OR: database deltree <family>[/keytree]
                           Removes the entries of a family, or of a key and below it, from AstDB.\
                    """, this::deltree));
    }

    private CliCommand command(String words, String summary, String usage, Function<CliRequest, CliResult> action) {
        return new DeclaredCommand(
                words,
                summary,
                usage,
                request -> {
                    try {
                        return action.apply(request);
                    } catch (AstDbException e) {
                        request.println(String.valueOf(e.getMessage()));
                        return CliResult.FAILURE;
                    }
                },
                words.equals("database showkey") ? (_, _) -> List.of() : this::complete);
    }

    private CliResult show(CliRequest request) {
        @Nullable Tree tree = Tree.of(request.arguments());
        if (tree == null && !request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        if (tree == null) {
            print(request, database.list());
        } else {
            print(
                    request,
                    tree.key().isEmpty() ? database.list(tree.family()) : database.list(tree.family(), tree.key()));
        }
        return CliResult.SUCCESS;
    }

    private CliResult showKey(CliRequest request) {
        if (request.arguments().size() != 1) {
            return CliResult.SHOW_USAGE;
        }
        print(request, database.listKey(request.arguments().getFirst()));
        return CliResult.SUCCESS;
    }

    private static void print(CliRequest request, List<AstDbEntry> entries) {
        for (AstDbEntry entry : entries) {
            request.printf("%-50s: %-25s", entry.path(), entry.value());
        }
        request.println(entries.size() + " results found.");
    }

    private CliResult get(CliRequest request) {
        if (request.arguments().size() != 2) {
            return CliResult.SHOW_USAGE;
        }
        String value =
                database.get(request.arguments().get(0), request.arguments().get(1));
        if (value == null) {
            request.println("Database entry not found.");
            return CliResult.SILENT_FAILURE;
        }
        request.println("Value: " + value);
        return CliResult.SUCCESS;
    }

    private CliResult put(CliRequest request) {
        if (request.arguments().size() != 3) {
            return CliResult.SHOW_USAGE;
        }
        database.put(
                request.arguments().get(0),
                request.arguments().get(1),
                request.arguments().get(2));
        request.println("Updated database successfully");
        return CliResult.SUCCESS;
    }

    private CliResult delete(CliRequest request) {
        if (request.arguments().size() != 2) {
            return CliResult.SHOW_USAGE;
        }
        if (!database.delete(request.arguments().get(0), request.arguments().get(1))) {
            request.println("Database entry could not be removed.");
            return CliResult.SILENT_FAILURE;
        }
        request.println("Database entry removed.");
        return CliResult.SUCCESS;
    }

    private CliResult deltree(CliRequest request) {
        @Nullable Tree tree = Tree.of(request.arguments());
        if (tree == null) {
            return CliResult.SHOW_USAGE;
        }
        int removed =
                tree.key().isEmpty() ? database.deltree(tree.family()) : database.deltree(tree.family(), tree.key());
        if (removed == 0) {
            request.println("Database entries do not exist.");
            return CliResult.SILENT_FAILURE;
        }
        request.println(removed + " database entries removed.");
        return CliResult.SUCCESS;
    }

    private List<String> complete(List<String> arguments, String prefix) {
        TreeSet<String> candidates = new TreeSet<>();
        if (arguments.isEmpty()) {
            for (AstDbEntry entry : database.list()) {
                candidates.add(entry.path().split("/", 3)[1]);
            }
        } else if (arguments.size() == 1) {
            for (AstDbEntry entry : database.list(arguments.getFirst())) {
                candidates.add(entry.keyWithin(arguments.getFirst()));
            }
        }
        return Candidates.beginningWith(prefix, candidates);
    }

    /**
     * A part of the database.
     *
     * @param family its family
     * @param key    its key, empty for the whole family
     */
    private record Tree(String family, String key) {
        /** {@return what {@code family key} or {@code family/key} names, or {@code null} for other numbers of words} */
        static @Nullable Tree of(List<String> words) {
            return switch (words.size()) {
                case 1 -> {
                    String[] parts = words.getFirst().split("/", 2);
                    yield new Tree(parts[0], parts.length < 2 ? "" : parts[1]);
                }
                case 2 -> new Tree(words.get(0), words.get(1));
                default -> null;
            };
        }
    }
}
