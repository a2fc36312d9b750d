package org.asterism.core.media.gsm;

/** The standard's arithmetic on 16-bit words (clause 5.1), here in the lower half of an {@code int}. */
final class Fixed {
    static final int MIN = Short.MIN_VALUE;
    static final int MAX = Short.MAX_VALUE;

    private Fixed() {}

    static int saturate(int value) {
        return Math.clamp(value, MIN, MAX);
    }

    static int add(int a, int b) {
        return saturate(a + b);
    }

    static int sub(int a, int b) {
        return saturate(a - b);
    }

    /** The product of two fractions. */
    static int mult(int a, int b) {
        return saturate((a * b) >> 15);
    }

    /** The product of two fractions, rounded. */
    static int multR(int a, int b) {
        return saturate((a * b + (1 << 14)) >> 15);
    }

    static int abs(int a) {
        return a == MIN ? MAX : Math.abs(a);
    }

    static int addLong(int a, int b) {
        return Math.clamp((long) a + b, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** How far a 32-bit number can be shifted to the left without changing its sign; not for zero. */
    static int norm(int value) {
        return Integer.numberOfLeadingZeros(value < 0 ? ~value : value) - 1;
    }

    /** The fraction numerator / denominator, for 0 <= numerator <= denominator. */
    static int div(int numerator, int denominator) {
        if (numerator == 0) {
            return 0;
        }
        return numerator == denominator ? MAX : (numerator << 15) / denominator;
    }

    /** Shifts to the left, or to the right by a negative count. */
    static int shiftLeft(int value, int count) {
        return count >= 0 ? (short) (value << count) : value >> Math.min(15, -count);
    }
}
