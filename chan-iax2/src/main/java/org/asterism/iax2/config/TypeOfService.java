package org.asterism.iax2.config;

import java.util.Locale;

/** The {@code tos} option: the TOS byte of sent packets, by number or by the name of its DSCP (RFC 4594). */
final class TypeOfService {
    private TypeOfService() {}

    /**
     * Reads a value.
     *
     * @param text a number from 0 to 255, decimal or {@code 0x…}, or {@code ef}, {@code cs0}–{@code cs7}, {@code af11}–{@code af43}
     * @return the TOS byte, or -1 when the text is none of them
     */
    static int parse(String text) {
        String word = text.trim().toLowerCase(Locale.ROOT);
        if (word.equals("ef")) {
            return 46 << 2;
        }
        if (word.matches("cs[0-7]")) {
            return (word.charAt(2) - '0') << 5;
        }
        if (word.matches("af[1-4][1-3]")) {
            return ((word.charAt(2) - '0') << 5) | ((word.charAt(3) - '0') << 3);
        }
        try {
            int number = Integer.decode(word);
            return number >= 0 && number <= 255 ? number : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
