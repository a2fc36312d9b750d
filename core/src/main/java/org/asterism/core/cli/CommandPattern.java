package org.asterism.core.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * The fixed words of a command, each with its alternatives, compared in any case. The last may be optional and then only serves
 * help and completion.
 */
final class CommandPattern {
    private final String text;
    private final List<List<String>> words;
    private final List<String> option;

    /**
     * @param text as {@link CliCommand#words} has it
     */
    CommandPattern(String text) {
        this.text = text;
        List<List<String>> parsed = new ArrayList<>();
        List<String> last = List.of();
        for (String word : text.strip().split("\\s+")) {
            if (word.startsWith("[")) {
                last = alternatives(word);
            } else {
                parsed.add(word.startsWith("{") ? alternatives(word) : List.of(word));
            }
        }
        words = List.copyOf(parsed);
        option = last;
    }

    private static List<String> alternatives(String word) {
        return List.of(word.substring(1, word.length() - 1).split("\\|"));
    }

    /** {@return the words as they were written, alternatives in braces} */
    String text() {
        return text;
    }

    /** {@return how many words are fixed} */
    int size() {
        return words.size();
    }

    /**
     * Whether the command is meant.
     *
     * @param typed complete words, arguments after the fixed ones
     * @return whether the fixed ones are all there
     */
    boolean matches(List<String> typed) {
        return typed.size() >= words.size() && agrees(typed, words.size());
    }

    /**
     * Whether the command is one of those a beginning may lead to.
     *
     * @param typed words, the last of them perhaps not complete
     * @return whether this command begins like that
     */
    boolean beginsWith(List<String> typed) {
        return typed.isEmpty()
                || !next(typed.subList(0, typed.size() - 1), typed.getLast()).isEmpty();
    }

    /**
     * What may come next among the fixed words.
     *
     * @param typed  complete words
     * @param prefix of the next one
     * @return candidates; empty where the next word is not fixed, or the typed ones are not this command's
     */
    List<String> next(List<String> typed, String prefix) {
        if (typed.size() > words.size() || !agrees(typed, typed.size())) {
            return List.of();
        }
        List<String> candidates = typed.size() == words.size() ? option : words.get(typed.size());
        return candidates.stream()
                .filter(word -> word.regionMatches(true, 0, prefix, 0, prefix.length()))
                .toList();
    }

    private boolean agrees(List<String> typed, int count) {
        for (int i = 0; i < count; i++) {
            String word = typed.get(i);
            if (words.get(i).stream().noneMatch(word::equalsIgnoreCase)) {
                return false;
            }
        }
        return true;
    }
}
