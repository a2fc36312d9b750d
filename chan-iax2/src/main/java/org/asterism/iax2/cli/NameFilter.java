package org.asterism.iax2.cli;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The words {@code [registered] [like <regex>]} after a command that lists.
 *
 * @param registered only what has an address
 * @param like       only names that this is found in; {@code null} for all
 */
record NameFilter(boolean registered, @Nullable Pattern like) {
    /** Reads the words; null when they are wrong. */
    static @Nullable NameFilter of(List<String> words, boolean mayBeRegistered) {
        boolean registered =
                mayBeRegistered && !words.isEmpty() && words.getFirst().equalsIgnoreCase("registered");
        List<String> rest = registered ? words.subList(1, words.size()) : words;
        if (rest.isEmpty()) {
            return new NameFilter(registered, null);
        }
        if (rest.size() != 2 || !rest.getFirst().equalsIgnoreCase("like")) {
            return null;
        }
        try {
            return new NameFilter(registered, Pattern.compile(rest.getLast()));
        } catch (PatternSyntaxException e) {
            return null;
        }
    }

    boolean shows(String name) {
        return like == null || like.matcher(name).find();
    }
}
