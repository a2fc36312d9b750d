package org.asterism.apps.functions;

import java.util.List;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.db.AstDb;
import org.asterism.core.db.AstDbException;
import org.asterism.core.dialplan.FunctionFailed;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;
import org.jspecify.annotations.Nullable;

/** {@code func_db}: DB, DB_EXISTS, DB_DELETE, DB_KEYS and DB_KEYCOUNT. */
@ModuleInfo(name = "func_db", description = "Database (astdb) related dialplan functions")
public final class DbModule implements LoadableModule {
    private static final String RESULT = "DB_RESULT";

    private record Path(String family, String key) {
        static Path of(String function, String text) throws FunctionFailed {
            int slash = text.indexOf('/');
            if (slash < 1 || slash == text.length() - 1) {
                throw new FunctionFailed(function + " requires an argument, " + function + "(<family>/<key>)");
            }
            return new Path(text.substring(0, slash), text.substring(slash + 1));
        }
    }

    /** What is done with the database. */
    @FunctionalInterface
    private interface Access {
        String run(AstDb database) throws FunctionFailed;
    }

    @Override
    public void load(ModuleContext context) {
        Pbx pbx = context.pbx();
        context.register(FunctionDraft.of(
                        "DB(family/key)", "Read from or write to the AstDB.", "DB_RESULT has the value, too.")
                .reading(
                        (channel, text) -> {
                            Path path = Path.of("DB", text);
                            return result(
                                    channel, access(pbx, database -> orEmpty(database.get(path.family(), path.key()))));
                        },
                        (_, text, value) -> {
                            Path path = Path.of("DB", text);
                            access(pbx, database -> {
                                database.put(path.family(), path.key(), value);
                                return "";
                            });
                        }));
        context.register(FunctionDraft.of(
                        "DB_EXISTS(family/key)",
                        "Check to see if a key exists in the AstDB.",
                        "1 when it does, and DB_RESULT has the value, else 0.")
                .reading((channel, text) -> {
                    Path path = Path.of("DB_EXISTS", text);
                    return access(pbx, database -> {
                        String value = database.get(path.family(), path.key());
                        result(channel, orEmpty(value));
                        return value == null ? "0" : "1";
                    });
                }));
        context.register(FunctionDraft.of(
                        "DB_DELETE(family/key)", "Return a value from the database and delete it.", "")
                .reading(
                        (channel, text) -> result(channel, access(pbx, database -> delete(database, text))),
                        (_, text, _) -> access(pbx, database -> delete(database, text))));
        context.register(FunctionDraft.of(
                        "DB_KEYS([prefix])",
                        "Obtain a list of keys within the AstDB.",
                        "The next parts of the paths below it, separated with commas.")
                .reading((_, text) -> access(pbx, database -> String.join(",", keys(database, text)))));
        context.register(FunctionDraft.of(
                        "DB_KEYCOUNT(prefix)", "Obtain the number of keys at a prefix within the AstDB.", "")
                .reading((_, text) -> access(
                        pbx, database -> String.valueOf(keys(database, text).size()))));
    }

    private static String access(Pbx pbx, Access access) throws FunctionFailed {
        try {
            return access.run(pbx.database());
        } catch (AstDbException | IllegalArgumentException e) {
            throw new FunctionFailed("The database cannot do that: " + e.getMessage());
        }
    }

    private static String delete(AstDb database, String text) throws FunctionFailed {
        Path path = Path.of("DB_DELETE", text);
        String value = orEmpty(database.get(path.family(), path.key()));
        database.delete(path.family(), path.key());
        return value;
    }

    private static List<String> keys(AstDb database, String prefix) {
        String start = prefix.isBlank() ? "/" : "/" + prefix.strip() + "/";
        return database.list().stream()
                .map(entry -> entry.path())
                .filter(path -> path.startsWith(start))
                .map(path -> path.substring(start.length()))
                .map(rest -> rest.indexOf('/') < 0 ? rest : rest.substring(0, rest.indexOf('/')))
                .distinct()
                .sorted()
                .toList();
    }

    private static String result(@Nullable Channel channel, String value) {
        if (channel != null) {
            channel.variables().set(RESULT, value);
        }
        return value;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
