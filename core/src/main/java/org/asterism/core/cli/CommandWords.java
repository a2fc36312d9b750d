package org.asterism.core.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A console line cut into words, as Asterisk does it: blanks separate words, double quotes keep blanks, a backslash takes the
 * next character as it is. A quote that is never closed ends with the line.
 *
 * @param words all words
 * @param open  whether the line ends inside its last word, so that this word is the one being typed
 */
record CommandWords(List<String> words, boolean open) {
    static CommandWords of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        boolean quoted = false;
        boolean escaped = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (escaped) {
                word.append(c);
                escaped = false;
            } else if (c == '\\') {
                inWord = true;
                escaped = true;
            } else if (c == '"') {
                inWord = true;
                quoted = !quoted;
            } else if (!quoted && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else {
                inWord = true;
                word.append(c);
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return new CommandWords(List.copyOf(words), inWord);
    }

    /** {@return the words before the one being typed} */
    List<String> complete() {
        return open ? words.subList(0, words.size() - 1) : words;
    }

    /** {@return what has been typed of the word being typed, may be empty} */
    String prefix() {
        return open ? words.getLast() : "";
    }
}
