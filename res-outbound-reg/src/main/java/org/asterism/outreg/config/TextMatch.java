package org.asterism.outreg.config;

import org.asterism.core.dialplan.expression.RegularExpression;
import org.jspecify.annotations.Nullable;

/** A text that is wanted as it is, or, written {@code /so/}, a regular expression that is to be found in a text. Immutable. */
public final class TextMatch {
    private final String text;
    private final @Nullable RegularExpression expression;

    private TextMatch(String text, @Nullable RegularExpression expression) {
        this.text = text;
        this.expression = expression;
    }

    /**
     * Reads one.
     *
     * @param written a text, or an expression between slashes
     * @return what it stands for
     * @throws IllegalArgumentException the expression is none
     */
    static TextMatch of(String written) {
        boolean between = written.length() > 2 && written.startsWith("/") && written.endsWith("/");
        return new TextMatch(
                written, between ? RegularExpression.of(written.substring(1, written.length() - 1)) : null);
    }

    /**
     * Whether a text is meant. An expression that takes too long is not found.
     *
     * @param other the text
     * @return whether it is the one that is wanted, or the expression is found in it
     */
    public boolean matches(String other) {
        if (expression == null) {
            return text.equals(other);
        }
        try {
            return expression.find(other, false) instanceof RegularExpression.Result.Some;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** {@return as it was written} */
    @Override
    public String toString() {
        return text;
    }
}
