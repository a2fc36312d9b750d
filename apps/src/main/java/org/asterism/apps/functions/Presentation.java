package org.asterism.apps.functions;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Asterisk's words for the presentation and screening bits of a caller id. */
final class Presentation {
    private static final Map<Integer, String> WORDS = new TreeMap<>(Map.of(
            0x00, "allowed_not_screened",
            0x01, "allowed_passed_screen",
            0x02, "allowed_failed_screen",
            0x03, "allowed",
            0x20, "prohib_not_screened",
            0x21, "prohib_passed_screen",
            0x22, "prohib_failed_screen",
            0x23, "prohib",
            0x43, "unavailable"));

    private Presentation() {}

    static String word(int bits) {
        String word = WORDS.get(bits);
        return word == null ? "unknown" : word;
    }

    /** The bits for a word, or null for an unknown one. */
    static @Nullable Integer bits(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        for (Map.Entry<Integer, String> entry : WORDS.entrySet()) {
            if (entry.getValue().equals(wanted)) {
                return entry.getKey();
            }
        }
        return null;
    }
}
