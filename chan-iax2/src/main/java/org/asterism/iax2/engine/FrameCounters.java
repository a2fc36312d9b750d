package org.asterism.iax2.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** What a shard has seen and dropped. Written by the shard's thread; any thread may read, each number being a recent one. */
@SuppressWarnings("EnumOrdinal") // counted on the hot path, never stored
public final class FrameCounters {
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

    private static final int FULL_RECEIVED = 0;
    private static final int FULL_SENT = 1;
    private static final int RETRANSMITTED = 2;
    private static final int MINI_RECEIVED = 3;
    private static final int MINI_SENT = 4;
    private static final int RELAYED = 5;
    private static final int TOTALS = 6;

    private final long[] totals = new long[TOTALS];
    private final long[] drops = new long[FrameDrop.values().length];

    FrameCounters() {}

    /** {@return full frames received, also those dropped later} */
    public long fullReceived() {
        return get(totals, FULL_RECEIVED);
    }

    /** {@return full frames sent, retransmissions included} */
    public long fullSent() {
        return get(totals, FULL_SENT);
    }

    /** {@return full frames sent again because they were not acknowledged in time} */
    public long retransmitted() {
        return get(totals, RETRANSMITTED);
    }

    /** {@return mini frames received, also those dropped later} */
    public long miniReceived() {
        return get(totals, MINI_RECEIVED);
    }

    /** {@return mini frames sent, without those relayed} */
    public long miniSent() {
        return get(totals, MINI_SENT);
    }

    /** {@return mini frames sent on from the slot they arrived in} */
    public long relayed() {
        return get(totals, RELAYED);
    }

    /**
     * Frames dropped for one reason.
     *
     * @param reason why
     * @return how many
     */
    public long dropped(FrameDrop reason) {
        return get(drops, reason.ordinal());
    }

    /** Counts a frame that is dropped. */
    public void drop(FrameDrop reason) {
        add(drops, reason.ordinal());
    }

    /** Counts a mini frame that is sent. */
    public void miniSentOne() {
        add(totals, MINI_SENT);
    }

    /** Counts a mini frame that is relayed. */
    public void relayedOne() {
        add(totals, RELAYED);
    }

    void fullReceivedOne() {
        add(totals, FULL_RECEIVED);
    }

    void fullSentOne() {
        add(totals, FULL_SENT);
    }

    void retransmittedOne() {
        add(totals, RETRANSMITTED);
    }

    void miniReceivedOne() {
        add(totals, MINI_RECEIVED);
    }

    private static long get(long[] cells, int index) {
        return (long) CELL.getOpaque(cells, index);
    }

    private static void add(long[] cells, int index) {
        CELL.setOpaque(cells, index, cells[index] + 1);
    }
}
