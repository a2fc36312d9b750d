package org.asterism.core.dialplan;

import java.util.ArrayList;
import java.util.List;

/** How applications and functions take their arguments apart: at commas outside of quotes and parentheses, as Asterisk does. */
public final class ArgumentList {
    private final List<String> arguments;

    private ArgumentList(List<String> arguments) {
        this.arguments = List.copyOf(arguments);
    }

    /**
     * Takes a text apart.
     *
     * @param text the arguments; a backslash before a character makes it an ordinary one, quotes are taken away
     * @return the arguments; none for an empty text
     */
    public static ArgumentList of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    /**
     * Takes a text apart, leaving its end in one piece.
     *
     * @param text the arguments
     * @param most how many arguments there may be; the last one gets the rest, commas included
     * @return the arguments; none for an empty text
     */
    public static ArgumentList of(String text, int most) {
        return new ArgumentList(split(text, ',', most, true));
    }

    /**
     * Takes a text apart at another sign, leaving quotes and backslashes as they are.
     *
     * @param text      the text
     * @param separator the sign
     * @return the pieces; none for an empty text
     */
    public static ArgumentList raw(String text, char separator) {
        return new ArgumentList(split(text, separator, Integer.MAX_VALUE, false));
    }

    /** {@return how many there are} */
    public int size() {
        return arguments.size();
    }

    /**
     * One of them.
     *
     * @param index from 0
     * @return the argument, blanks in front of it removed; empty when there are not so many
     */
    public String get(int index) {
        return index < arguments.size() ? arguments.get(index) : "";
    }

    /**
     * Whether one was given.
     *
     * @param index from 0
     * @return whether it is there and not empty
     */
    public boolean has(int index) {
        return !get(index).isEmpty();
    }

    /** {@return all of them} */
    public List<String> all() {
        return arguments;
    }

    private static List<String> split(String text, char separator, int most, boolean clean) {
        List<String> pieces = new ArrayList<>();
        if (text.isEmpty()) {
            return pieces;
        }
        StringBuilder piece = new StringBuilder();
        boolean quoted = false;
        int parentheses = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                if (!clean) {
                    piece.append(c);
                }
            } else if (c == '\\' && clean && i + 1 < text.length()) {
                piece.append(text.charAt(++i));
            } else if (c == separator && !quoted && parentheses == 0 && pieces.size() < most - 1) {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else {
                if (!quoted) {
                    parentheses += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
                    parentheses = Math.max(0, parentheses);
                }
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
