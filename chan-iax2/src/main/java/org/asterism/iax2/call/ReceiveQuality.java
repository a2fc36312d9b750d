package org.asterism.iax2.call;

import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.InformationElement;

/**
 * How well audio arrives, for PONG's receiver report (RFC 5456 section 6.7.3) and {@code iax2 show netstats}. IAX2 audio has no sequence
 * numbers: losses are gaps in the timestamps short enough not to be silence. Written by the shard's thread.
 */
public final class ReceiveQuality {
    private static final int LONGEST_GAP_FRAMES = 10;
    private static final int JITTER_SHIFT = 4;
    private static final int PERCENT = 100;
    private static final int COUNT_BITS = 24;

    private long packets;
    private long lost;
    private long outOfOrder;
    private long dropped;
    private long lastTimestampMs = -1;
    private long lastTransitMs;
    /** Smoothed as RFC 3550 section 6.4.1 has it, times 16. */
    private long jitter;

    ReceiveQuality() {}

    void received(long timestampMs, int durationMs, long nowMs) {
        packets++;
        long transitMs = nowMs - timestampMs;
        if (lastTimestampMs >= 0) {
            jitter += Math.abs(transitMs - lastTransitMs) - (jitter >> JITTER_SHIFT);
            long gapMs = timestampMs - lastTimestampMs;
            if (gapMs < 0) {
                outOfOrder++;
            } else if (durationMs > 0 && gapMs >= 2L * durationMs && gapMs <= (long) LONGEST_GAP_FRAMES * durationMs) {
                lost += gapMs / durationMs - 1;
            }
        }
        lastTransitMs = transitMs;
        lastTimestampMs = Math.max(lastTimestampMs, timestampMs);
    }

    void dropped() {
        dropped++;
    }

    /** {@return frames received} */
    public long packets() {
        return packets;
    }

    /** {@return frames missing, late ones not counted back} */
    public long lost() {
        return Math.max(0, lost - outOfOrder);
    }

    /** {@return missing frames of a hundred} */
    public int lostPercent() {
        return (int) (lost() == 0 ? 0 : lost() * PERCENT / (packets + lost()));
    }

    /** {@return frames that were older than one before} */
    public long outOfOrder() {
        return outOfOrder;
    }

    /** {@return frames received and not used} */
    public long droppedFrames() {
        return dropped;
    }

    /** {@return mean deviation of the transit time in ms} */
    public int jitterMs() {
        return (int) (jitter >> JITTER_SHIFT);
    }

    void write(ElementWriter pong) {
        pong.u32(InformationElement.RR_JITTER, jitterMs())
                .u32(InformationElement.RR_LOSS, (long) lostPercent() << COUNT_BITS | (lost() & (1 << COUNT_BITS) - 1))
                .u32(InformationElement.RR_PACKETS, Math.max(1, packets))
                .u16(InformationElement.RR_DELAY, 0)
                .u32(InformationElement.RR_DROPPED, dropped)
                .u32(InformationElement.RR_OUT_OF_ORDER, outOfOrder);
    }
}
