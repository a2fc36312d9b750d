package org.asterism.core.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asterisk's words for yes and no. */
public final class Truth {
    private Truth() {}

    /** {@return true for yes, true, y, t, 1, on; false for no, false, n, f, 0, off; null for anything else} */
    public static @Nullable Boolean parse(String text) {
        return switch (text.trim().toLowerCase(Locale.ROOT)) {
            case "yes", "true", "y", "t", "1", "on" -> Boolean.TRUE;
            case "no", "false", "n", "f", "0", "off" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** {@return whether the text is one of the words for yes; null is none} */
    public static boolean isTrue(@Nullable String text) {
        return text != null && Boolean.TRUE.equals(parse(text));
    }

    /** {@return whether the text is one of the words for no; null is none} */
    public static boolean isFalse(@Nullable String text) {
        return text != null && Boolean.FALSE.equals(parse(text));
    }
}
