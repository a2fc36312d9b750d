package org.asterism.core.media.gsm;

import java.util.Arrays;

/**
 * Regular pulse excitation (clauses 4.2.13 to 4.2.17 and 4.3.1): of 40 values of the residual every third is kept, 13 pulses in one
 * of four positions, each as a fraction of the block's maximum.
 */
final class PulseCode {
    static final int LENGTH = 40;

    private static final int STEP = 3;
    private static final int GRIDS = 4;
    /** The weighting filter's impulse response, table 4.4. */
    private static final int[] WEIGHTING = {-134, -374, 0, 2054, 5741, 8192, 5741, 2054, 0, -374, -134};
    /** Normalized direct mantissas, table 4.6. */
    private static final int[] DIRECT = {18431, 20479, 22527, 24575, 26623, 28671, 30719, 32767};
    /** Normalized inverse mantissas, table 4.5. */
    private static final int[] INVERSE = {29128, 26215, 23832, 21846, 20165, 18725, 17476, 16384};

    private final int[] weighted = new int[LENGTH];

    // The block maximum that was decoded last.
    private int exponent;
    private int mantissa;

    /**
     * Codes a residual and replaces it by what a decoder will make of the code.
     *
     * @param residual   40 values, replaced
     * @param parameters where the code goes
     * @param subframe   0 to 3
     */
    void encode(int[] residual, FrameParameters parameters, int subframe) {
        weigh(residual);
        int grid = chooseGrid();
        int maximum = 0;
        for (int i = 0; i < FrameParameters.PULSES; i++) {
            maximum = Math.max(maximum, Fixed.abs(weighted[grid + STEP * i]));
        }
        parameters.grid[subframe] = grid;
        parameters.maximum[subframe] = quantize(maximum);
        decodeMaximum(parameters.maximum[subframe]);
        int[] pulses = parameters.pulses[subframe];
        for (int i = 0; i < FrameParameters.PULSES; i++) {
            int scaled = Fixed.shiftLeft(weighted[grid + STEP * i], 6 - exponent);
            pulses[i] = (Fixed.mult(scaled, INVERSE[mantissa]) >> 12) + 4;
        }
        decode(parameters, subframe, residual);
    }

    /**
     * Decodes a residual.
     *
     * @param parameters the code
     * @param subframe   0 to 3
     * @param residual   gets 40 values
     */
    void decode(FrameParameters parameters, int subframe, int[] residual) {
        decodeMaximum(parameters.maximum[subframe]);
        int[] pulses = parameters.pulses[subframe];
        int shift = 6 - exponent;
        int rounding = Fixed.shiftLeft(1, shift - 1);
        Arrays.fill(residual, 0, LENGTH, 0);
        for (int i = 0; i < FrameParameters.PULSES; i++) {
            int value = Fixed.multR(DIRECT[mantissa], ((pulses[i] << 1) - 7) << 12);
            residual[parameters.grid[subframe] + STEP * i] = Fixed.shiftLeft(Fixed.add(value, rounding), -shift);
        }
    }

    private void weigh(int[] residual) {
        for (int k = 0; k < LENGTH; k++) {
            int sum = 1 << 12;
            for (int i = 0; i < WEIGHTING.length; i++) {
                int place = k + i - WEIGHTING.length / 2;
                if (place >= 0 && place < LENGTH) {
                    sum += residual[place] * WEIGHTING[i];
                }
            }
            weighted[k] = Fixed.saturate(sum >> 13);
        }
    }

    private int chooseGrid() {
        int best = 0;
        long most = 0;
        for (int grid = 0; grid < GRIDS; grid++) {
            long energy = 0;
            for (int i = 0; i < FrameParameters.PULSES; i++) {
                int value = weighted[grid + STEP * i] >> 2;
                energy += (long) value * value;
            }
            if (energy > most) {
                most = energy;
                best = grid;
            }
        }
        return best;
    }

    private static int quantize(int maximum) {
        int exp = 0;
        for (int rest = maximum >> 9; rest > 0 && exp < 6; rest >>= 1) {
            exp++;
        }
        return Fixed.add(maximum >> (exp + 5), exp << 3);
    }

    private void decodeMaximum(int code) {
        exponent = code > 15 ? (code >> 3) - 1 : 0;
        mantissa = code - (exponent << 3);
        if (mantissa == 0) {
            exponent = -4;
            mantissa = 7;
            return;
        }
        while (mantissa <= 7) {
            mantissa = mantissa << 1 | 1;
            exponent--;
        }
        mantissa -= 8;
    }
}
