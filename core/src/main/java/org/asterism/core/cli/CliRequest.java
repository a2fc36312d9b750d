package org.asterism.core.cli;

import java.util.List;

/**
 * One command as it was typed.
 *
 * @param line      the whole line
 * @param words     all words, the fixed ones first
 * @param arguments the words after the fixed ones
 * @param output    where the answer goes
 */
public record CliRequest(String line, List<String> words, List<String> arguments, CliOutput output) {
    /** Copies the lists. */
    public CliRequest {
        words = List.copyOf(words);
        arguments = List.copyOf(arguments);
    }

    /**
     * Prints a line of the answer.
     *
     * @param text the line, without its end
     */
    public void println(String text) {
        output.println(text);
    }

    /**
     * Prints a formatted line of the answer.
     *
     * @param format as {@link String#format}
     * @param values what it refers to
     */
    public void printf(String format, Object... values) {
        output.println(String.format(java.util.Locale.ROOT, format, values));
    }
}
