package org.asterism.apps.functions;

import java.util.List;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.Variables;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.DialplanFunction;
import org.jspecify.annotations.Nullable;

/** HASH, HASHKEYS and CLEARHASH: named collections of values, kept as variables {@code ~HASH~name~key~}. */
final class HashFunctions {
    private static final String PREFIX = "~HASH~";
    private static final String END = "~";

    private HashFunctions() {}

    static List<DialplanFunction> all(Pbx pbx) {
        return List.of(
                FunctionDraft.of(
                                "HASH(hashname[,hashkey])",
                                "Implementation of a dialplan associative array",
                                "Without a key: all values, separated with commas.",
                                "hashname - its name",
                                "hashkey - which value")
                        .reading(
                                (channel, text) -> {
                                    ArgumentList arguments = ArgumentList.of(text);
                                    Variables variables = variables(pbx, channel);
                                    if (arguments.size() < 2) {
                                        return String.join(
                                                ",",
                                                keys(variables, arguments.get(0)).stream()
                                                        .map(key -> value(variables, arguments.get(0), key))
                                                        .toList());
                                    }
                                    return value(variables, arguments.get(0), arguments.get(1));
                                },
                                (channel, text, value) -> {
                                    ArgumentList arguments = ArgumentList.of(text);
                                    variables(pbx, channel).set(name(arguments.get(0), arguments.get(1)), value);
                                }),
                FunctionDraft.of(
                                "HASHKEYS(hashname)",
                                "Retrieve the keys of the HASH() function.",
                                "Separated with commas.")
                        .reading((channel, text) -> String.join(",", keys(variables(pbx, channel), text.strip()))),
                FunctionDraft.of("CLEARHASH(hashname)", "Clear the keys from a specified hashname.", "")
                        .reading((channel, text) -> {
                            Variables variables = variables(pbx, channel);
                            keys(variables, text.strip()).forEach(key -> variables.set(name(text.strip(), key), ""));
                            return "";
                        }));
    }

    private static Variables variables(Pbx pbx, @Nullable Channel channel) {
        return channel == null ? pbx.dialplan().globals() : channel.variables();
    }

    private static String name(String hash, String key) {
        return PREFIX + hash + END + key + END;
    }

    private static String value(Variables variables, String hash, String key) {
        String value = variables.get(name(hash, key));
        return value == null ? "" : value;
    }

    private static List<String> keys(Variables variables, String hash) {
        String prefix = PREFIX + hash + END;
        return variables.all().keySet().stream()
                .filter(name -> name.startsWith(prefix) && name.endsWith(END) && name.length() > prefix.length())
                .map(name -> name.substring(prefix.length(), name.length() - END.length()))
                .toList();
    }
}
