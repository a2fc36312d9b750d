package org.asterism.core.channel;

/** Sends a row of DTMF digits to a party, at the pace a person or a machine dials with. */
public final class DigitSender {
    /** How long a digit lasts where nothing else is said, in ms. */
    public static final int DEFAULT_DIGIT_MS = 100;
    /** The silence between digits where nothing else is said, in ms. */
    public static final int DEFAULT_GAP_MS = 250;

    private static final String DIGITS = "0123456789*#ABCD";
    private static final int SHORT_WAIT_MS = 500;
    private static final int LONG_WAIT_MS = 1000;

    private DigitSender() {}

    /**
     * Whether a text has nothing but what can be sent.
     *
     * @param digits {@code 0-9 A-D * #}, {@code w} and {@code W} for half a second and a second of silence, {@code f} for a flash
     * @return whether all of it can be sent
     */
    public static boolean isValid(String digits) {
        return digits.chars().allMatch(c -> DIGITS.indexOf(Character.toUpperCase(c)) >= 0 || "wWfF".indexOf(c) >= 0);
    }

    /**
     * Sends digits and waits until all are sent; what else happens meanwhile is lost, except the end of a call.
     *
     * @param waiting whose thread this is
     * @param to      who gets the digits: the same channel, or one that delivers its events there
     * @param digits  as {@link #isValid} has them; anything else is left out
     * @param digitMs how long each lasts, in ms
     * @param gapMs   the silence after each, in ms
     * @throws ChannelHungUp the call of {@code waiting} is over
     */
    public static void send(Channel waiting, Channel to, String digits, int digitMs, int gapMs) {
        for (int i = 0; i < digits.length() && !to.hungUp(); i++) {
            char c = digits.charAt(i);
            char digit = Character.toUpperCase(c);
            if (c == 'w') {
                waiting.pause(SHORT_WAIT_MS);
            } else if (c == 'W') {
                waiting.pause(LONG_WAIT_MS);
            } else if (digit == 'F') {
                to.leg().indicate(Indication.FLASH, null);
                waiting.pause(gapMs);
            } else if (DIGITS.indexOf(digit) >= 0) {
                to.leg().beginDigit(digit);
                waiting.pause(digitMs);
                to.leg().endDigit(digit, digitMs);
                waiting.pause(gapMs);
            }
        }
    }
}
