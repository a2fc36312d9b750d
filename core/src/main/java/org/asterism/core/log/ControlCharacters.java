package org.asterism.core.log;

/**
 * Makes text harmless that may come from the network: names of callers and peers, messages. A stranger must not be able to move the
 * cursor, change colours, or begin a line of a log or a listing.
 */
public final class ControlCharacters {
    private ControlCharacters() {}

    /**
     * Shows control characters as {@code \x1b}, and those that turn the direction of writing as {@code \u202e}. Tabulators stay.
     *
     * @param text any text
     * @return the text on one line; the very same when there is nothing to show
     */
    public static String visible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (acts(text.charAt(i))) {
                return replaced(text, i);
            }
        }
        return text;
    }

    private static String replaced(String text, int from) {
        StringBuilder result = new StringBuilder(text.length() + 16).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!acts(c)) {
                result.append(c);
            } else if (c <= 0xFF) {
                result.append("\\x%02x".formatted((int) c));
            } else {
                result.append("\\u%04x".formatted((int) c));
            }
        }
        return result.toString();
    }

    /** Whether a terminal or an editor does something at a character rather than show it. */
    private static boolean acts(char c) {
        return (Character.isISOControl(c) && c != '\t')
                || (c >= '\u2028' && c <= '\u202e') // ends of lines and paragraphs, overridden directions
                || (c >= '\u2066' && c <= '\u2069'); // isolated directions
    }
}
