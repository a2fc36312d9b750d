package org.asterism.core.media;

/**
 * The low-pass filter between 8 and 16 kHz: a windowed sinc of odd length with its edge at 4 kHz, in which every second
 * coefficient but the middle one is zero. What is left, one side of it, is kept in Q15.
 */
final class HalfBandFilter {
    /** Non-zero coefficients on either side of the middle. */
    static final int SIDE = 12;
    /** Samples of 16 kHz before and after the middle that count. */
    static final int REACH = 2 * SIDE - 1;

    /** Coefficients at the distances 1, 3, 5 ... from the middle; the middle one is a half, all of them add up to one half. */
    static final int[] Q15 = design();

    private HalfBandFilter() {}

    private static int[] design() {
        double[] side = new double[SIDE];
        double sum = 0;
        for (int i = 0; i < SIDE; i++) {
            double distance = 2 * i + 1;
            double phase = distance / (REACH + 1);
            double blackman = 0.42 + 0.5 * Math.cos(Math.PI * phase) + 0.08 * Math.cos(2 * Math.PI * phase);
            side[i] = Math.sin(Math.PI * distance / 2) / (Math.PI * distance) * blackman;
            sum += side[i];
        }
        int[] result = new int[SIDE];
        for (int i = 0; i < SIDE; i++) {
            result[i] = (int) Math.round(side[i] * 0.25 / sum * (1 << 15));
        }
        return result;
    }
}
