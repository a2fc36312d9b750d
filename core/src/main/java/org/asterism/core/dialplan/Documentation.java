package org.asterism.core.dialplan;

import java.util.List;

/**
 * What the console tells of an application or function.
 *
 * @param synopsis    one sentence
 * @param syntax      the call, such as {@code Wait(seconds)}
 * @param description some paragraphs
 * @param arguments   one line an argument or option, {@code name - what it does}
 */
public record Documentation(String synopsis, String syntax, String description, List<String> arguments) {
    /** Copies the list. */
    public Documentation {
        arguments = List.copyOf(arguments);
    }

    /**
     * Documentation without a list of arguments.
     *
     * @param synopsis    one sentence
     * @param syntax      the call
     * @param description some paragraphs
     * @return the documentation
     */
    public static Documentation of(String synopsis, String syntax, String description) {
        return new Documentation(synopsis, syntax, description, List.of());
    }
}
