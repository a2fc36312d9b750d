package org.asterism.core.media.gsm;

/**
 * The short-term filter's coefficients during one frame, from the log area ratios of this frame and the one before (clauses 4.2.8,
 * 4.2.9): they glide from one set to the other in four steps.
 */
final class ReflectionCoefficients {
    static final int COUNT = FrameParameters.COEFFICIENTS;
    /** Where each step begins; the last one lasts to the end of the frame. */
    static final int[] STEP_BEGINS = {0, 13, 27, 40};

    /** Table 4.1 and 4.2: the quantization of log area ratios. */
    static final int[] A = {20480, 20480, 20480, 20480, 13964, 15360, 8534, 9036};

    static final int[] B = {0, 0, 2048, -2560, 94, -1792, -341, -1144};
    static final int[] LOWEST = {-32, -32, -16, -16, -8, -8, -4, -4};
    static final int[] HIGHEST = {31, 31, 15, 15, 7, 7, 3, 3};
    private static final int[] INVERSE_A = {13107, 13107, 13107, 13107, 19223, 17476, 31454, 29708};

    private int[] before = new int[COUNT];
    private int[] now = new int[COUNT];
    private final int[] coefficients = new int[COUNT];

    /**
     * Begins a frame.
     *
     * @param codes its quantized log area ratios
     */
    void nextFrame(int[] codes) {
        int[] oldest = before;
        before = now;
        now = oldest;
        for (int i = 0; i < COUNT; i++) {
            int value = Fixed.sub(Fixed.add(codes[i], LOWEST[i]) << 10, B[i] << 1);
            value = Fixed.multR(INVERSE_A[i], value);
            now[i] = Fixed.add(value, value);
        }
    }

    /**
     * The coefficients of one of the four steps.
     *
     * @param step 0 to 3
     * @return reflection coefficients, valid until the next call
     */
    int[] at(int step) {
        for (int i = 0; i < COUNT; i++) {
            coefficients[i] = reflection(glide(step, before[i], now[i]));
        }
        return coefficients;
    }

    private static int glide(int step, int from, int to) {
        return switch (step) {
            case 0 -> Fixed.add(Fixed.add(from >> 2, to >> 2), from >> 1);
            case 1 -> Fixed.add(from >> 1, to >> 1);
            case 2 -> Fixed.add(Fixed.add(from >> 2, to >> 2), to >> 1);
            default -> to;
        };
    }

    private static int reflection(int ratio) {
        int size = Fixed.abs(ratio);
        if (size < 11059) {
            size <<= 1;
        } else if (size < 20070) {
            size += 11059;
        } else {
            size = Fixed.add(size >> 2, 26112);
        }
        return ratio < 0 ? -size : size;
    }
}
