package org.asterism.core.media.gsm;

/** Predicts a subframe's residual from the one a pitch period ago (clauses 4.2.11, 4.2.12 and 4.3.2). */
final class LongTermPredictor {
    private static final int LENGTH = PulseCode.LENGTH;
    private static final int MIN_LAG = 40;
    private static final int MAX_LAG = 120;
    /** Decision levels of the gain, table 4.3a. */
    private static final int[] GAIN_LEVELS = {6554, 16384, 26214};
    /** Quantized gains, table 4.3b. */
    private static final int[] GAINS = {3277, 11469, 21299, 32767};

    /** The last 120 values of the reconstructed residual, then the 40 of this subframe. */
    private final int[] history = new int[MAX_LAG + LENGTH];

    private final int[] scaled = new int[LENGTH];
    private final int[] prediction = new int[LENGTH];
    private int lastLag = MIN_LAG;

    /**
     * Chooses lag and gain, and takes the prediction away.
     *
     * @param residual   of the short-term filter
     * @param from       where the subframe begins in it
     * @param rest       gets what is left, 40 values
     * @param parameters get lag and gain
     * @param subframe   0 to 3
     */
    void encode(int[] residual, int from, int[] rest, FrameParameters parameters, int subframe) {
        choose(residual, from, parameters, subframe);
        int gain = GAINS[parameters.gain[subframe]];
        int lag = parameters.lag[subframe];
        for (int k = 0; k < LENGTH; k++) {
            prediction[k] = Fixed.multR(gain, history[MAX_LAG + k - lag]);
            rest[k] = Fixed.sub(residual[from + k], prediction[k]);
        }
    }

    /**
     * Keeps what a decoder will have of this subframe.
     *
     * @param rest as the decoder gets it
     */
    void encoded(int[] rest) {
        for (int k = 0; k < LENGTH; k++) {
            history[MAX_LAG + k] = Fixed.add(rest[k], prediction[k]);
        }
        shift();
    }

    /**
     * Adds the prediction.
     *
     * @param parameters lag and gain
     * @param subframe   0 to 3
     * @param rest       what is left without the prediction
     * @param residual   gets the sum
     * @param to         where in it
     */
    void decode(FrameParameters parameters, int subframe, int[] rest, int[] residual, int to) {
        int lag = parameters.lag[subframe];
        if (lag < MIN_LAG || lag > MAX_LAG) {
            lag = lastLag;
        }
        lastLag = lag;
        int gain = GAINS[parameters.gain[subframe]];
        for (int k = 0; k < LENGTH; k++) {
            history[MAX_LAG + k] = Fixed.add(rest[k], Fixed.multR(gain, history[MAX_LAG + k - lag]));
            residual[to + k] = history[MAX_LAG + k];
        }
        shift();
    }

    private void shift() {
        System.arraycopy(history, LENGTH, history, 0, MAX_LAG);
    }

    private void choose(int[] residual, int from, FrameParameters parameters, int subframe) {
        int loudest = 0;
        for (int k = 0; k < LENGTH; k++) {
            loudest = Math.max(loudest, Fixed.abs(residual[from + k]));
        }
        int norm = loudest == 0 ? 0 : Fixed.norm(loudest << 16);
        int scale = loudest == 0 || norm > 6 ? 0 : 6 - norm;
        for (int k = 0; k < LENGTH; k++) {
            scaled[k] = residual[from + k] >> scale;
        }
        int bestLag = MIN_LAG;
        int best = 0;
        for (int lag = MIN_LAG; lag <= MAX_LAG; lag++) {
            int correlation = 0;
            for (int k = 0; k < LENGTH; k++) {
                correlation += scaled[k] * history[MAX_LAG + k - lag];
            }
            if (correlation > best) {
                best = correlation;
                bestLag = lag;
            }
        }
        parameters.lag[subframe] = bestLag;
        parameters.gain[subframe] = gain((best << 1) >> (6 - scale), bestLag);
    }

    private int gain(int correlation, int lag) {
        int power = 0;
        for (int k = 0; k < LENGTH; k++) {
            int value = history[MAX_LAG + k - lag] >> 3;
            power += value * value;
        }
        power <<= 1;
        if (correlation <= 0) {
            return 0;
        }
        if (correlation >= power) {
            return GAINS.length - 1;
        }
        int norm = Fixed.norm(power);
        int numerator = (correlation << norm) >> 16;
        int denominator = (power << norm) >> 16;
        int gain = 0;
        while (gain < GAIN_LEVELS.length && numerator > Fixed.mult(denominator, GAIN_LEVELS[gain])) {
            gain++;
        }
        return gain;
    }
}
