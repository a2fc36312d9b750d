package org.asterism.core.dialplan.pattern;

import java.util.TreeSet;

/**
 * The characters that one position of a pattern allows. Ordered as Asterisk tries patterns: the fewer characters the earlier,
 * then by the characters themselves.
 */
final class DigitSet implements Comparable<DigitSet> {
    private static final int ASCII = 128;

    private final String members;
    private final long low;
    private final long high;

    private DigitSet(String members) {
        this.members = members;
        long lowBits = 0;
        long highBits = 0;
        for (int i = 0; i < members.length(); i++) {
            char c = members.charAt(i);
            if (c < Long.SIZE) {
                lowBits |= 1L << c;
            } else if (c < ASCII) {
                highBits |= 1L << c;
            }
        }
        low = lowBits;
        high = highBits;
    }

    static DigitSet of(CharSequence characters) {
        TreeSet<Character> sorted = new TreeSet<>();
        for (int i = 0; i < characters.length(); i++) {
            sorted.add(characters.charAt(i));
        }
        StringBuilder text = new StringBuilder(sorted.size());
        sorted.forEach(text::append);
        return new DigitSet(text.toString());
    }

    boolean contains(char c) {
        if (c < Long.SIZE) {
            return ((low >>> c) & 1) != 0;
        }
        return c < ASCII ? ((high >>> c) & 1) != 0 : members.indexOf(c) >= 0;
    }

    @Override
    public int compareTo(DigitSet other) {
        int bySize = Integer.compare(members.length(), other.members.length());
        return bySize != 0 ? bySize : members.compareTo(other.members);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DigitSet set && set.members.equals(members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return "[" + members + "]";
    }
}
