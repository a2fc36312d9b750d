package org.asterism.bench.perf.stats;

import org.asterism.iax2.wire.IaxCodec;

/**
 * The E-model's estimate of what people would say of a call (ITU-T G.107, with the default values for everything that a load generator
 * cannot know): R = 93.2 − Id − Ie,eff. Delay is that of the network, the frame and a playout buffer for the jitter.
 *
 * @param impairment     Ie, what the codec costs without loss (ITU-T G.113 Appendix I)
 * @param lossRobustness Bpl, how well it stands loss
 */
public record EModel(double impairment, double lossRobustness) {
    /** G.711 with concealment of lost frames. */
    public static final EModel G711 = new EModel(0, 25.1);

    private static final EModel GSM = new EModel(20, 43);
    private static final EModel G729 = new EModel(11, 19);
    private static final EModel ILBC = new EModel(15, 32);
    private static final EModel G726 = new EModel(7, 25.1);

    private static final double BASE = 93.2;
    private static final double WORST = 95;
    private static final double DELAY_SLOPE = 0.024;
    private static final double STEEP_SLOPE = 0.11;
    private static final double STEEP_FROM_MS = 177.3;
    private static final double PERCENT = 100;
    private static final double JITTER_BUFFER = 2;

    /**
     * The model of a codec; those that G.113 has no figures for are taken for as good as G.711.
     *
     * @param codec any
     * @return its model
     */
    public static EModel of(IaxCodec codec) {
        return switch (codec) {
            case GSM -> GSM;
            case G729 -> G729;
            case ILBC -> ILBC;
            case G726, G726AAL2, ADPCM -> G726;
            default -> G711;
        };
    }

    /**
     * The rating factor.
     *
     * @param delayMs   one way, mouth to ear, in ms
     * @param lossRatio share of frames lost at random, 0 to 1
     * @return R, at most 93.2; may be below 0
     */
    public double rating(double delayMs, double lossRatio) {
        double delay = DELAY_SLOPE * delayMs + STEEP_SLOPE * Math.max(0, delayMs - STEEP_FROM_MS);
        double loss = lossRatio * PERCENT;
        double equipment = impairment + (WORST - impairment) * loss / (loss + lossRobustness);
        return BASE - delay - equipment;
    }

    /**
     * The mean opinion score of a rating (G.107 annex B).
     *
     * @param rating R
     * @return 1 to 4.5
     */
    public static double mos(double rating) {
        if (rating <= 0) {
            return 1;
        }
        double r = Math.min(rating, PERCENT);
        return Math.max(1, 1 + 0.035 * r + r * (r - 60) * (PERCENT - r) * 7e-6);
    }

    /**
     * The mean opinion score of a call.
     *
     * @param networkMs one way through the network, in ms
     * @param jitterMs  RFC 3550 jitter, in ms: the playout buffer is taken to hold twice that
     * @param frameMs   length of a frame, in ms
     * @param lossRatio share of frames lost, 0 to 1
     * @return 1 to 4.5
     */
    public double mos(double networkMs, double jitterMs, int frameMs, double lossRatio) {
        return mos(rating(networkMs + JITTER_BUFFER * jitterMs + frameMs, lossRatio));
    }
}
