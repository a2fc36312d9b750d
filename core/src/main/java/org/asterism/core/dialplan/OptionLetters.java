package org.asterism.core.dialplan;

import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The options argument of an application: letters, each followed by a value in parentheses or not, such as {@code gS(60)m}. */
public final class OptionLetters {
    private static final Logger LOG = LoggerFactory.getLogger(OptionLetters.class);

    private final Map<Character, String> values;

    private OptionLetters(Map<Character, String> values) {
        this.values = values;
    }

    /**
     * Reads an options argument; the log is warned of letters that the application does not have, and they are left out.
     *
     * @param application its name, for the warning
     * @param known       the letters it has
     * @param text        the argument
     * @return the options
     */
    public static OptionLetters parse(String application, String known, String text) {
        Map<Character, String> values = new TreeMap<>();
        int place = 0;
        while (place < text.length()) {
            char letter = text.charAt(place++);
            String value = "";
            if (place < text.length() && text.charAt(place) == '(') {
                int end = closing(text, place);
                if (end < 0) {
                    LOG.warn("{}: no closing parenthesis for option '{}' in '{}'", application, letter, text);
                    end = text.length();
                }
                value = text.substring(place + 1, end);
                place = end + 1;
            }
            if (known.indexOf(letter) >= 0) {
                values.put(letter, value);
            } else if (!Character.isWhitespace(letter)) {
                LOG.warn("{}: option '{}' in '{}' is not supported and ignored", application, letter, text);
            }
        }
        return new OptionLetters(values);
    }

    /**
     * Whether an option was given.
     *
     * @param letter which
     * @return whether it was
     */
    public boolean has(char letter) {
        return values.containsKey(letter);
    }

    /**
     * The value of an option.
     *
     * @param letter which
     * @return what stood in the parentheses; empty when there were none, or it was not given
     */
    public String value(char letter) {
        return values.getOrDefault(letter, "");
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            if (text.charAt(i) == '(') {
                depth++;
            } else if (text.charAt(i) == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
