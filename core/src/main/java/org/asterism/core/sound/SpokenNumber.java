package org.asterism.core.sound;

import java.util.ArrayList;
import java.util.List;

/** The prompts that say numbers in English, with the names of Asterisk's sound packages. */
public final class SpokenNumber {
    private static final long LARGEST = 999_999_999L;
    private static final long[] UNITS = {1_000_000L, 1000L};
    private static final String[] UNIT_PROMPTS = {"digits/million", "digits/thousand"};

    private SpokenNumber() {}

    /**
     * The prompts that say a number as a whole, such as forty-two.
     *
     * @param number from -999,999,999 to 999,999,999
     * @return prompt names; the digits one by one for a number beyond that
     */
    public static List<String> whole(long number) {
        if (number < -LARGEST || number > LARGEST) {
            return digits(Long.toString(number));
        }
        List<String> prompts = new ArrayList<>();
        long rest = number;
        if (rest < 0) {
            prompts.add("digits/minus");
            rest = -rest;
        }
        for (int i = 0; i < UNITS.length; i++) {
            if (rest >= UNITS[i]) {
                belowThousand(prompts, (int) (rest / UNITS[i]));
                prompts.add(UNIT_PROMPTS[i]);
                rest %= UNITS[i];
            }
        }
        if (rest > 0 || number == 0) {
            belowThousand(prompts, (int) rest);
        }
        return prompts;
    }

    /**
     * The prompts that say digits one by one.
     *
     * @param text digits, {@code *}, {@code #} and {@code -}; anything else is left out
     * @return prompt names
     */
    public static List<String> digits(String text) {
        List<String> prompts = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                prompts.add("digits/" + c);
            } else if (c == '*') {
                prompts.add("digits/star");
            } else if (c == '#') {
                prompts.add("digits/pound");
            } else if (c == '-') {
                prompts.add("digits/minus");
            }
        }
        return prompts;
    }

    private static void belowThousand(List<String> prompts, int number) {
        int rest = number;
        if (rest >= 100) {
            prompts.add("digits/" + rest / 100);
            prompts.add("digits/hundred");
            rest %= 100;
            if (rest == 0) {
                return;
            }
        }
        if (rest > 20 && rest % 10 != 0) {
            prompts.add("digits/" + rest / 10 * 10);
            rest %= 10;
        }
        prompts.add("digits/" + rest);
    }
}
