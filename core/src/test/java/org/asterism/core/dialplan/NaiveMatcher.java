package org.asterism.core.dialplan;

/** Matches patterns one character at a time by backtracking over nothing: slow, short, and written from the rules alone. */
final class NaiveMatcher {
    private NaiveMatcher() {}

    static boolean matches(String pattern, String number) {
        return matches(pattern, 1, number, 0, false);
    }

    /** Whether the number matches, or would with more digits. */
    static boolean canMatch(String pattern, String number) {
        return matches(pattern, 1, number, 0, true);
    }

    private static boolean matches(String pattern, int p, String number, int n, boolean prefix) {
        boolean numberEnded = n == number.length();
        if (p == pattern.length()) {
            return numberEnded;
        }
        char c = pattern.charAt(p);
        if (c == '!') {
            return true;
        }
        if (c == '.') {
            return !numberEnded || prefix;
        }
        if (numberEnded) {
            return prefix;
        }
        int next = c == '[' ? pattern.indexOf(']', p) + 1 : p + 1;
        return allows(pattern.substring(p, next), number.charAt(n)) && matches(pattern, next, number, n + 1, prefix);
    }

    private static boolean allows(String position, char digit) {
        return switch (position) {
            case "X" -> digit >= '0' && digit <= '9';
            case "Z" -> digit >= '1' && digit <= '9';
            case "N" -> digit >= '2' && digit <= '9';
            default -> {
                if (position.length() == 1) {
                    yield position.charAt(0) == digit;
                }
                String set = position.substring(1, position.length() - 1);
                yield set.length() == 3 && set.charAt(1) == '-'
                        ? digit >= set.charAt(0) && digit <= set.charAt(2)
                        : set.indexOf(digit) >= 0;
            }
        };
    }
}
