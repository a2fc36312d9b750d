package org.asterism.core.dialplan.pattern;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of extensions.conf, without its leading underscore: {@code X} is 0-9, {@code Z} 1-9, {@code N} 2-9, {@code [a-d15]}
 * a set, {@code .} one or more of anything, {@code !} none or more and matching as soon as possible. Hyphens and blanks mean
 * nothing outside sets. Immutable.
 */
public final class ExtensionPattern {
    /** How a pattern ends. */
    enum Tail {
        /** With its last position. */
        END,
        /** With one or more of anything. */
        SOME,
        /** With none or more of anything, decided at once. */
        ANY
    }

    private static final DigitSet X = DigitSet.of("0123456789");
    private static final DigitSet Z = DigitSet.of("123456789");
    private static final DigitSet N = DigitSet.of("23456789");
    private static final char MAX_RANGE_CHARACTER = 0xFF;

    private final List<DigitSet> positions;
    private final Tail tail;
    private final @Nullable String problem;

    private ExtensionPattern(List<DigitSet> positions, Tail tail, @Nullable String problem) {
        this.positions = List.copyOf(positions);
        this.tail = tail;
        this.problem = problem;
    }

    /**
     * Whether a name is a pattern.
     *
     * @param name the name of an extension, or a caller-id match
     * @return whether it begins with an underscore
     */
    public static boolean isPattern(String name) {
        return name.startsWith("_");
    }

    /**
     * Compiles a pattern.
     *
     * @param name the pattern with its leading underscore
     * @return the compiled pattern; one with a mistake in it ends there and tells so in {@link #problem}
     */
    public static ExtensionPattern of(String name) {
        List<DigitSet> positions = new ArrayList<>();
        int at = 1;
        while (at < name.length()) {
            char c = name.charAt(at++);
            switch (c) {
                case '-', ' ', '\t' -> {}
                case 'X', 'x' -> positions.add(X);
                case 'Z', 'z' -> positions.add(Z);
                case 'N', 'n' -> positions.add(N);
                case '.' -> {
                    return new ExtensionPattern(positions, Tail.SOME, null);
                }
                case '!' -> {
                    return new ExtensionPattern(positions, Tail.ANY, null);
                }
                case '[' -> {
                    int end = name.indexOf(']', at);
                    if (end < 0) {
                        positions.add(DigitSet.of(""));
                        String text = "A matching ']' was not found for '[' in exten pattern '" + name + "'";
                        return new ExtensionPattern(positions, Tail.END, text);
                    }
                    positions.add(set(name.substring(at, end)));
                    at = end + 1;
                }
                default -> positions.add(DigitSet.of(String.valueOf(c)));
            }
        }
        return new ExtensionPattern(positions, Tail.END, null);
    }

    /**
     * What was dialled without what means nothing in it.
     *
     * @param dialled digits, perhaps with hyphens
     * @return them without hyphens
     */
    public static String significant(String dialled) {
        return dialled.indexOf('-') < 0 ? dialled : dialled.replace("-", "");
    }

    /** {@return what is wrong with the pattern, which then matches nothing; {@code null} when it is sound} */
    public @Nullable String problem() {
        return problem;
    }

    /**
     * Whether something matches.
     *
     * @param dialled what was dialled, in {@linkplain #significant significant} characters
     * @return whether all of it matches
     */
    public boolean matches(String dialled) {
        if (dialled.length() < positions.size()) {
            return false;
        }
        for (int i = 0; i < positions.size(); i++) {
            if (!positions.get(i).contains(dialled.charAt(i))) {
                return false;
            }
        }
        int left = dialled.length() - positions.size();
        return switch (tail) {
            case END -> left == 0;
            case SOME -> left > 0;
            case ANY -> true;
        };
    }

    /** {@return a text that is the same for patterns that allow the same} */
    public String canonical() {
        return positions + tail.name();
    }

    List<DigitSet> positions() {
        return positions;
    }

    Tail tail() {
        return tail;
    }

    private static DigitSet set(String text) {
        StringBuilder members = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char first = text.charAt(at);
            if (at + 2 < text.length() && text.charAt(at + 1) == '-') {
                char last = text.charAt(at + 2);
                for (char c = first; c <= last && c <= MAX_RANGE_CHARACTER; c++) {
                    members.append(c);
                }
                at += 3;
            } else {
                members.append(first);
                at++;
            }
        }
        return DigitSet.of(members);
    }
}
