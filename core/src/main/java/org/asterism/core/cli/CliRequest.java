package org.asterism.core.cli;

import java.util.List;
import java.util.Locale;
import org.asterism.core.log.ControlCharacters;

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
     * @param text the line, without its end: control characters in it are shown, not obeyed
     */
    public void println(String text) {
        output.println(ControlCharacters.visible(text));
    }

    /**
     * Prints a formatted line of the answer.
     *
     * @param format as {@link String#format}
     * @param values what it refers to
     */
    public void printf(String format, Object... values) {
        println(String.format(Locale.ROOT, format, values));
    }
}
