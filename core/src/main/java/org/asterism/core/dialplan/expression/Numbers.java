package org.asterism.core.dialplan.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers of expressions: decimal, with 18 significant digits in results as Asterisk's have. */
final class Numbers {
    /** Digits that are kept in between, so that the last one shown is right. */
    static final MathContext PRECISION = MathContext.DECIMAL128;

    private static final int DIGITS = 18;
    private static final int MAX_WRITTEN = 512;

    private Numbers() {}

    /** Reads {@code -?digits[.digits]}, or returns null for anything else. */
    static @Nullable BigDecimal read(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        int begin = at;
        boolean point = false;
        if (text.length() > MAX_WRITTEN) {
            return null;
        }
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '.' && !point && at > begin) {
                point = true;
            } else if (c < '0' || c > '9') {
                return null;
            }
        }
        return at == begin || text.endsWith(".") ? null : new BigDecimal(text).round(PRECISION);
    }

    /** Writes a number as C's {@code %.18Lg} does: no zeros at the end, an exponent where it is far from one. */
    static String write(BigDecimal number) {
        BigDecimal rounded = number.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        if (rounded.signum() == 0) {
            return "0";
        }
        rounded = rounded.stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < DIGITS) {
            return rounded.toPlainString();
        }
        String mantissa = rounded.movePointLeft(exponent).toPlainString();
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }
}
