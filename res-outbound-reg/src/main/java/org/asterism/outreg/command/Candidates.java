package org.asterism.outreg.command;

import java.util.Collection;
import java.util.List;

/** Picks what may be typed next. */
final class Candidates {
    private Candidates() {}

    /** {@return the words that begin with a prefix, in any case} */
    static List<String> of(Collection<String> words, String prefix) {
        return words.stream()
                .filter(word -> word.regionMatches(true, 0, prefix, 0, prefix.length()))
                .toList();
    }
}
