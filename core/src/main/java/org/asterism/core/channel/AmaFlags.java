package org.asterism.core.channel;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What billing makes of a call (automatic message accounting), with the numbers of Asterisk's {@code AST_AMA_*}. */
public enum AmaFlags {
    /** Nothing is to be billed. */
    OMIT(1),
    /** To be billed. */
    BILLING(2),
    /** Recorded, not billed; what counts where nothing else is said. */
    DOCUMENTATION(3);

    private final int number;

    AmaFlags(int number) {
        this.number = number;
    }

    /** {@return the number CDR(amaflags) gives} */
    public int number() {
        return number;
    }

    /**
     * Reads a name in any case, or a number.
     *
     * @param text such as {@code billing} or {@code 2}; {@code default} is DOCUMENTATION
     * @return the flags, or {@code null} when the text names none
     */
    public static @Nullable AmaFlags parse(String text) {
        String word = text.strip().toUpperCase(Locale.ROOT);
        for (AmaFlags flags : values()) {
            if (word.equals(flags.name()) || word.equals(Integer.toString(flags.number))) {
                return flags;
            }
        }
        return word.equals("DEFAULT") ? DOCUMENTATION : null;
    }
}
