package org.asterism.outreg.sip.message;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a header or URI, {@code ;name=value;flag}, in their order. Names compare without regard to case. Immutable.
 *
 * @param list each with its value as it is written, quotes and escapes included
 */
public record Parameters(List<Parameter> list) {
    /** No parameters. */
    public static final Parameters NONE = new Parameters(List.of());

    /**
     * One of them.
     *
     * @param name  as it is written
     * @param value as it is written, or {@code null} where there is no equals sign
     */
    public record Parameter(String name, @Nullable String value) {
        @Override
        public String toString() {
            return value == null ? name : name + "=" + value;
        }
    }

    /** Keeps the list from changing. */
    public Parameters {
        list = List.copyOf(list);
    }

    /**
     * Reads parameters of a header.
     *
     * @param text such as {@code ;tag=a;flag}; the first semicolon may be missing
     * @return the parameters
     * @throws SipSyntaxException they are malformed
     */
    public static Parameters parse(String text) {
        String complete = text.stripLeading();
        if (complete.isEmpty()) {
            return NONE;
        }
        TextScanner scanner = new TextScanner(complete.startsWith(";") ? complete : ";" + complete);
        Parameters parsed = parse(scanner);
        scanner.expectEnd();
        return parsed;
    }

    /** Reads generic-params up to what cannot be one. */
    static Parameters parse(TextScanner scanner) {
        List<Parameter> found = new ArrayList<>();
        while (scanner.accept(';')) {
            String name = scanner.token("a parameter");
            String value = null;
            if (scanner.accept('=')) {
                value = value(scanner.skipBlanks());
            }
            found.add(new Parameter(name, value));
        }
        return found.isEmpty() ? NONE : new Parameters(found);
    }

    /** gen-value = token / host / quoted-string; what real peers write is a little more than that. */
    private static String value(TextScanner scanner) {
        if (scanner.peek() == '"') {
            return scanner.quoted();
        }
        String value = scanner.until(" \t;,\"<>");
        if (value.isEmpty()) {
            throw scanner.wrong("a value");
        }
        return value;
    }

    /**
     * Tells whether there is a parameter of that name.
     *
     * @param name in any case
     * @return whether there is one
     */
    public boolean has(String name) {
        return find(name) != null;
    }

    /**
     * The value of the first parameter of that name, as it is meant: without quotes.
     *
     * @param name in any case
     * @return the value, empty for a flag, {@code null} when there is no such parameter
     */
    public @Nullable String get(String name) {
        Parameter found = find(name);
        if (found == null) {
            return null;
        }
        String value = found.value();
        return value == null ? "" : TextScanner.unquote(value);
    }

    private @Nullable Parameter find(String name) {
        for (Parameter each : list) {
            if (each.name().equalsIgnoreCase(name)) {
                return each;
            }
        }
        return null;
    }

    /**
     * These with another value of a parameter, in its place or at the end.
     *
     * @param name  its name
     * @param value as it shall be written, {@code null} for a flag
     * @return all of them
     */
    public Parameters with(String name, @Nullable String value) {
        List<Parameter> changed = new ArrayList<>(list);
        Parameter added = new Parameter(name, value);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).name().equalsIgnoreCase(name)) {
                changed.set(i, added);
                return new Parameters(changed);
            }
        }
        changed.add(added);
        return new Parameters(changed);
    }

    /**
     * These without a parameter.
     *
     * @param name its name in any case
     * @return the others
     */
    public Parameters without(String name) {
        return new Parameters(list.stream()
                .filter(each -> !each.name().equalsIgnoreCase(name))
                .toList());
    }

    /** {@return how they are written behind what they belong to, each with its semicolon} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        list.forEach(each -> text.append(';').append(each));
        return text.toString();
    }
}
