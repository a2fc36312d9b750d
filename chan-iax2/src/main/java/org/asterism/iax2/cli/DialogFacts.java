package org.asterism.iax2.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A dialog at one moment, as {@code iax2 show channels} and {@code netstats} show it.
 *
 * @param channel      name of the channel, or {@code (None)}
 * @param address      the far end without its port
 * @param userName     who calls, or {@code (None)}
 * @param localCall    our call number
 * @param remoteCall   the far end's, 0 when not known
 * @param oseqno       next to send
 * @param iseqno       next to receive
 * @param format       what the far end sends, {@code Unknow} before its first full voice frame
 * @param firstMessage the first IAX command, as {@code Tx:NEW    }
 * @param lastMessage  the last
 * @param rttMs        round trip
 * @param received     media frames received
 * @param remote       what the far end reports of what it receives
 */
public record DialogFacts(
        String channel,
        String address,
        String userName,
        int localCall,
        int remoteCall,
        int oseqno,
        int iseqno,
        String format,
        String firstMessage,
        String lastMessage,
        int rttMs,
        long received,
        ReceiverReport remote) {
    private static final int THOUSAND = 1000;

    /**
     * What netstats shows of the dialog between its channel and its messages, in Asterisk's order: the round trip, then of what we receive
     * and of what the far end receives each jitter, delay, lost, percent, dropped, out of order and thousands of packets. As in
     * Asterisk without a jitter buffer most of ours are not known.
     *
     * @param before put before all that
     * @param after  put behind it
     * @return arguments of a format
     */
    public Object[] netstats(List<String> before, List<String> after) {
        List<Object> all = new ArrayList<>(before);
        all.addAll(List.of(rttMs, -1, 0, -1, -1, 0, -1, received / THOUSAND));
        all.addAll(List.of(
                remote.jitterMs,
                remote.delayMs,
                remote.lost,
                remote.lostPercent,
                remote.dropped,
                remote.outOfOrder,
                remote.packets / THOUSAND));
        all.addAll(after);
        return all.toArray();
    }

    /**
     * A receiver report (RFC 5456 section 8.6.36 and on).
     *
     * @param jitterMs    jitter
     * @param delayMs     play-out delay
     * @param lost        frames lost
     * @param lostPercent of all
     * @param dropped     frames dropped
     * @param outOfOrder  frames out of order
     * @param packets     frames received
     */
    public record ReceiverReport(
            long jitterMs, int delayMs, long lost, int lostPercent, long dropped, long outOfOrder, long packets) {
        /** Nothing was reported yet. */
        public static final ReceiverReport NONE = new ReceiverReport(0, 0, 0, 0, 0, 0, 0);
    }
}
