package org.asterism.outreg.sip.config;

import java.util.Locale;
import org.asterism.core.config.OptionType;
import org.asterism.core.config.OptionTypes;

/** The {@code tos} option: the TOS byte, by number or by the name of its DSCP (RFC 4594). */
final class ServiceType {
    /** As an option's type. */
    static final OptionType<Integer> TYPE =
            OptionTypes.of("number from 0 to 255, ef, cs0 to cs7 or af11 to af43", ServiceType::parse, String::valueOf);

    private ServiceType() {}

    private static int parse(String text) {
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
            if (number >= 0 && number <= 0xFF) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new IllegalArgumentException("expected " + TYPE.name());
    }
}
