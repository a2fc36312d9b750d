package org.asterism.core.media.gsm;

import java.lang.foreign.MemorySegment;
import org.asterism.core.media.Samples;

/** Encodes one stream (clause 4.2). One thread at a time; allocates nothing once made. */
public final class GsmEncoder {
    /** Samples a frame takes. */
    public static final int SAMPLES = 160;

    private static final int OFFSET_FILTER = 32735;
    private static final int PREEMPHASIS = -28180;

    private final FrameParameters parameters = new FrameParameters();
    private final SpeechAnalysis analysis = new SpeechAnalysis();
    private final ReflectionCoefficients coefficients = new ReflectionCoefficients();
    private final LongTermPredictor longTerm = new LongTermPredictor();
    private final PulseCode pulses = new PulseCode();
    private final int[] speech = new int[SAMPLES];
    private final int[] rest = new int[PulseCode.LENGTH];
    private final int[] u = new int[ReflectionCoefficients.COUNT];

    // Offset compensation and pre-emphasis.
    private int z1;
    private int z2;
    private int mp;

    /**
     * Encodes a frame.
     *
     * @param source       160 linear samples
     * @param sourceOffset where they begin, in bytes
     * @param target       gets 33 bytes
     * @param targetOffset where they begin
     */
    public void encode(MemorySegment source, long sourceOffset, MemorySegment target, long targetOffset) {
        for (int i = 0; i < SAMPLES; i++) {
            speech[i] = prepared(source.get(Samples.SLIN, sourceOffset + (long) i * Samples.SLIN_BYTES));
        }
        analysis.analyse(speech, parameters.lar);
        coefficients.nextFrame(parameters.lar);
        int[] begins = ReflectionCoefficients.STEP_BEGINS;
        for (int step = 0; step < begins.length; step++) {
            filter(coefficients.at(step), begins[step], step + 1 < begins.length ? begins[step + 1] : SAMPLES);
        }
        for (int s = 0; s < FrameParameters.SUBFRAMES; s++) {
            longTerm.encode(speech, s * PulseCode.LENGTH, rest, parameters, s);
            pulses.encode(rest, parameters, s);
            longTerm.encoded(rest);
        }
        parameters.pack(target, targetOffset);
    }

    /** Takes away a constant offset and raises high frequencies (clauses 4.2.1 to 4.2.3). */
    private int prepared(int sample) {
        int value = (sample >> 3) << 2;
        int difference = value - z1;
        z1 = value;
        int high = z2 >> 15;
        int low = z2 - (high << 15);
        int filtered = (difference << 15) + Fixed.multR(low, OFFSET_FILTER);
        z2 = Fixed.addLong(high * OFFSET_FILTER, filtered);
        int rounded = Fixed.addLong(z2, 1 << 14);
        int emphasis = Fixed.multR(mp, PREEMPHASIS);
        mp = rounded >> 15;
        return Fixed.add(mp, emphasis);
    }

    private void filter(int[] reflection, int from, int to) {
        for (int k = from; k < to; k++) {
            int value = speech[k];
            int saved = value;
            for (int i = 0; i < ReflectionCoefficients.COUNT; i++) {
                int older = u[i];
                u[i] = saved;
                saved = Fixed.add(older, Fixed.multR(reflection[i], value));
                value = Fixed.add(value, Fixed.multR(reflection[i], older));
            }
            speech[k] = value;
        }
    }
}
