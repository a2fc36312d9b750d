package org.asterism.core.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A {@code #directive argument} line taken apart.
 *
 * @param kind     which one.
 * @param word     the directive as written, without {@code #}.
 * @param argument the argument without its quotes or angle brackets; empty when there is none.
 */
record Directive(@Nullable Kind kind, String word, String argument) {
    enum Kind {
        INCLUDE,
        TRYINCLUDE,
        EXEC
    }

    static Directive parse(String line) {
        int end = 1;
        while (end < line.length() && line.charAt(end) > ' ') {
            end++;
        }
        String word = line.substring(1, end);
        Kind kind = switch (word.toLowerCase(Locale.ROOT)) {
            case "include" -> Kind.INCLUDE;
            case "tryinclude" -> Kind.TRYINCLUDE;
            case "exec" -> Kind.EXEC;
            default -> null;
        };
        return new Directive(kind, word, unquoted(line.substring(end).trim()));
    }

    private static String unquoted(String argument) {
        boolean quoted = argument.startsWith("\"") && argument.endsWith("\"");
        boolean bracketed = argument.startsWith("<") && argument.endsWith(">");
        return argument.length() >= 2 && (quoted || bracketed)
                ? argument.substring(1, argument.length() - 1)
                : argument;
    }
}
