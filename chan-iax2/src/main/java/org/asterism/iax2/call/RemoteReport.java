package org.asterism.iax2.call;

import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.InformationElement;

/**
 * How well our audio arrives, as the remote's last PONG says (RFC 5456 section 6.7.3).
 *
 * @param jitterMs    jitter in ms
 * @param lostPercent frames missing of a hundred
 * @param lost        frames missing
 * @param packets     frames received
 * @param delayMs     delay of its jitter buffer in ms
 * @param dropped     frames dropped as too late
 * @param outOfOrder  frames out of order
 */
public record RemoteReport(
        long jitterMs, int lostPercent, long lost, long packets, int delayMs, long dropped, long outOfOrder) {
    /** Nothing heard yet. */
    public static final RemoteReport NONE = new RemoteReport(0, 0, 0, 0, 0, 0, 0);

    private static final int COUNT_BITS = 24;

    static RemoteReport of(FrameElements pong) {
        long loss = pong.u32(InformationElement.RR_LOSS, 0);
        return new RemoteReport(
                pong.u32(InformationElement.RR_JITTER, 0),
                (int) (loss >>> COUNT_BITS),
                loss & (1 << COUNT_BITS) - 1,
                pong.u32(InformationElement.RR_PACKETS, 0),
                pong.u16(InformationElement.RR_DELAY, 0),
                pong.u32(InformationElement.RR_DROPPED, 0),
                pong.u32(InformationElement.RR_OUT_OF_ORDER, 0));
    }
}
