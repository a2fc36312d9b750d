package org.asterism.outreg.sip.message;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parameters between commas, {@code name=value, name="value"}, as in challenges. Immutable.
 *
 * @param list each with its value as it is written
 */
public record ParameterList(List<Parameters.Parameter> list) {
    /** Keeps the list from changing. */
    public ParameterList {
        list = List.copyOf(list);
    }

    /**
     * Reads a list.
     *
     * @param text behind the scheme of a challenge
     * @return the parameters
     * @throws SipSyntaxException it is malformed
     */
    public static ParameterList parse(String text) {
        TextScanner scanner = new TextScanner(text);
        List<Parameters.Parameter> found = new ArrayList<>();
        while (!scanner.skipBlanks().atEnd()) {
            if (scanner.accept(',')) {
                continue;
            }
            String name = scanner.token("a parameter");
            scanner.expect('=');
            String value = scanner.skipBlanks().peek() == '"'
                    ? scanner.quoted()
                    : scanner.until(",").strip();
            found.add(new Parameters.Parameter(name, value));
            if (!scanner.skipBlanks().atEnd()) {
                scanner.expect(',');
            }
        }
        return new ParameterList(found);
    }

    /**
     * A value.
     *
     * @param name in any case
     * @return the value as it is meant, or {@code null}
     */
    public @Nullable String get(String name) {
        for (Parameters.Parameter each : list) {
            String value = each.value();
            if (each.name().equalsIgnoreCase(name) && value != null) {
                return TextScanner.unquote(value);
            }
        }
        return null;
    }
}
