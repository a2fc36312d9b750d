package org.asterism.core.media.gsm;

import java.util.Arrays;

/** Finds a frame's log area ratios (clauses 4.2.4 to 4.2.7): autocorrelation, Schur's recursion, quantization. */
final class SpeechAnalysis {
    private static final int LENGTH = GsmEncoder.SAMPLES;
    private static final int COUNT = ReflectionCoefficients.COUNT;

    private final int[] scaled = new int[LENGTH];
    private final int[] correlation = new int[COUNT + 1];
    private final int[] p = new int[COUNT + 1];
    private final int[] k = new int[COUNT + 1];
    private final int[] reflections = new int[COUNT];

    /**
     * Analyses a frame.
     *
     * @param speech 160 samples; they lose the bits that the analysis scales away, as the standard has it
     * @param codes  gets the quantized log area ratios
     */
    void analyse(int[] speech, int[] codes) {
        correlate(speech);
        reflect();
        for (int i = 0; i < COUNT; i++) {
            codes[i] = quantize(i, logAreaRatio(reflections[i]));
        }
    }

    private void correlate(int[] speech) {
        int loudest = 0;
        for (int i = 0; i < LENGTH; i++) {
            loudest = Math.max(loudest, Fixed.abs(speech[i]));
        }
        int scale = loudest == 0 ? 0 : Math.max(0, 4 - Fixed.norm(loudest << 16));
        for (int i = 0; i < LENGTH; i++) {
            scaled[i] = scale == 0 ? speech[i] : Fixed.multR(speech[i], 1 << (15 - scale));
        }
        for (int lag = 0; lag <= COUNT; lag++) {
            int sum = 0;
            for (int i = lag; i < LENGTH; i++) {
                sum += scaled[i] * scaled[i - lag];
            }
            correlation[lag] = sum << 1;
        }
        if (scale > 0) {
            for (int i = 0; i < LENGTH; i++) {
                speech[i] = (short) (scaled[i] << scale);
            }
        }
    }

    private void reflect() {
        Arrays.fill(reflections, 0);
        if (correlation[0] == 0) {
            return;
        }
        int norm = Fixed.norm(correlation[0]);
        for (int i = 0; i <= COUNT; i++) {
            p[i] = (correlation[i] << norm) >> 16;
            k[i] = p[i];
        }
        for (int n = 0; n < COUNT; n++) {
            int size = Fixed.abs(p[1]);
            if (p[0] < size) {
                return;
            }
            int r = Fixed.div(size, p[0]);
            r = p[1] > 0 ? -r : r;
            reflections[n] = r;
            p[0] = Fixed.add(p[0], Fixed.multR(p[1], r));
            for (int m = 1; m < COUNT - n; m++) {
                int next = p[m + 1];
                p[m] = Fixed.add(next, Fixed.multR(k[m], r));
                k[m] = Fixed.add(k[m], Fixed.multR(next, r));
            }
        }
    }

    private static int logAreaRatio(int reflection) {
        int size = Fixed.abs(reflection);
        if (size < 22118) {
            size >>= 1;
        } else if (size < 31130) {
            size -= 11059;
        } else {
            size = (size - 26112) << 2;
        }
        return reflection < 0 ? -size : size;
    }

    private static int quantize(int i, int ratio) {
        int value = Fixed.mult(ReflectionCoefficients.A[i], ratio);
        value = Fixed.add(Fixed.add(value, ReflectionCoefficients.B[i]), 256) >> 9;
        int lowest = ReflectionCoefficients.LOWEST[i];
        return Math.clamp(value, lowest, ReflectionCoefficients.HIGHEST[i]) - lowest;
    }
}
