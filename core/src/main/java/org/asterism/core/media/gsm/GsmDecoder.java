package org.asterism.core.media.gsm;

import java.lang.foreign.MemorySegment;
import org.asterism.core.media.Samples;

/** Decodes the frames of one stream (clause 4.3). One thread at a time; allocates nothing once made. */
public final class GsmDecoder {
    /** Bytes of a frame. */
    public static final int FRAME_BYTES = FrameParameters.BYTES;
    /** Samples a frame gives. */
    public static final int SAMPLES = 160;

    private static final int DEEMPHASIS = 28180;

    private final FrameParameters parameters = new FrameParameters();
    private final PulseCode pulses = new PulseCode();
    private final LongTermPredictor longTerm = new LongTermPredictor();
    private final ReflectionCoefficients coefficients = new ReflectionCoefficients();
    private final int[] rest = new int[PulseCode.LENGTH];
    private final int[] residual = new int[SAMPLES];
    private final int[] v = new int[ReflectionCoefficients.COUNT + 1];
    private int emphasized;

    /**
     * Decodes a frame.
     *
     * @param source       where the frame is
     * @param sourceOffset where it begins, in bytes
     * @param target       gets 160 linear samples
     * @param targetOffset where they begin, in bytes
     */
    public void decode(MemorySegment source, long sourceOffset, MemorySegment target, long targetOffset) {
        parameters.unpack(source, sourceOffset);
        for (int s = 0; s < FrameParameters.SUBFRAMES; s++) {
            pulses.decode(parameters, s, rest);
            longTerm.decode(parameters, s, rest, residual, s * PulseCode.LENGTH);
        }
        coefficients.nextFrame(parameters.lar);
        int[] begins = ReflectionCoefficients.STEP_BEGINS;
        for (int step = 0; step < begins.length; step++) {
            synthesize(coefficients.at(step), begins[step], step + 1 < begins.length ? begins[step + 1] : SAMPLES);
        }
        for (int i = 0; i < SAMPLES; i++) {
            emphasized = Fixed.add(residual[i], Fixed.multR(emphasized, DEEMPHASIS));
            short sample = (short) (Fixed.add(emphasized, emphasized) & 0xFFF8);
            target.set(Samples.SLIN, targetOffset + (long) i * Samples.SLIN_BYTES, sample);
        }
    }

    private void synthesize(int[] reflection, int from, int to) {
        for (int k = from; k < to; k++) {
            int value = residual[k];
            for (int i = ReflectionCoefficients.COUNT - 1; i >= 0; i--) {
                value = Fixed.sub(value, Fixed.multR(reflection[i], v[i]));
                v[i + 1] = Fixed.add(v[i], Fixed.multR(reflection[i], value));
            }
            v[0] = value;
            residual[k] = value;
        }
    }
}
