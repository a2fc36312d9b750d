package org.asterism.core.dialplan.expression;

/**
 * A text for {@link java.util.regex.Matcher} that is given up when it has been looked at too often, so that no pattern of a
 * dialplan and no digits of a caller can keep a thread busy for ever.
 */
final class BoundedText implements CharSequence {
    /** A regular expression took more steps than a match may take. */
    static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super("regular expression takes too long", null, false, false);
        }
    }

    private static final int MAX_LOOKS = 200_000;

    private final CharSequence text;
    private final int[] looks;

    BoundedText(CharSequence text) {
        this(text, new int[1]);
    }

    private BoundedText(CharSequence text, int[] looks) {
        this.text = text;
        this.looks = looks;
    }

    @Override
    public char charAt(int index) {
        if (++looks[0] > MAX_LOOKS) {
            throw new TooManySteps();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.subSequence(start, end), looks);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
