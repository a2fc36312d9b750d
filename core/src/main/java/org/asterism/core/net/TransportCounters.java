package org.asterism.core.net;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * What a transport has moved and lost. Written by the owner's thread; any thread may read, each number for itself being a recent
 * one.
 */
@SuppressWarnings("EnumOrdinal") // counted on the hot path, never stored
public final class TransportCounters {

    /** Error numbers above this are counted as this; Linux has none above 133. */
    private static final int HIGHEST_ERRNO = 134;

    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

    private static final int RECEIVED = 0;
    private static final int RECEIVED_BYTES = 1;
    private static final int RECEIVE_BATCHES = 2;
    private static final int SENT = 3;
    private static final int SENT_BYTES = 4;
    private static final int SEND_CALLS = 5;
    private static final int SEGMENTED = 6;
    private static final int TOTALS = 7;

    private final long[] totals = new long[TOTALS];
    private final long[] drops = new long[DropReason.values().length];
    private final long[] sendErrors = new long[HIGHEST_ERRNO + 1];

    private final LongSupplier kernelDrops;

    /** Creates counters at zero for a transport that cannot tell what the system dropped. */
    TransportCounters() {
        this(() -> 0);
    }

    TransportCounters(LongSupplier kernelDrops) {
        this.kernelDrops = kernelDrops;
    }

    /** {@return datagrams handed to the handler} */
    public long received() {
        return get(totals, RECEIVED);
    }

    /** {@return payload bytes handed to the handler} */
    public long receivedBytes() {
        return get(totals, RECEIVED_BYTES);
    }

    /** {@return how many times at least one datagram was taken from the socket: received / this is the mean batch} */
    public long receiveBatches() {
        return get(totals, RECEIVE_BATCHES);
    }

    /** {@return datagrams the system accepted} */
    public long sent() {
        return get(totals, SENT);
    }

    /** {@return payload bytes the system accepted} */
    public long sentBytes() {
        return get(totals, SENT_BYTES);
    }

    /** {@return how many times the system was asked to send} */
    public long sendCalls() {
        return get(totals, SEND_CALLS);
    }

    /** {@return datagrams of {@link #sent} that left as part of a segmented send (UDP_SEGMENT)} */
    public long segmented() {
        return get(totals, SEGMENTED);
    }

    /**
     * Datagrams lost for one reason.
     *
     * @param reason why
     * @return how many
     */
    public long dropped(DropReason reason) {
        return get(drops, reason.ordinal());
    }

    /** {@return datagrams lost in here, for whatever reason; without {@link #kernelDropped}} */
    public long dropped() {
        long sum = 0;
        for (int i = 0; i < drops.length; i++) {
            sum += get(drops, i);
        }
        return sum;
    }

    /** {@return datagrams the system threw away because the receive buffer was full; asks the system, so not for every datagram} */
    public long kernelDropped() {
        return kernelDrops.getAsLong();
    }

    /**
     * Refused sends by the system's error number. Empty for transports that do not learn the number.
     *
     * @return errno to count, without zeros
     */
    public SortedMap<Integer, Long> sendErrors() {
        SortedMap<Integer, Long> result = new TreeMap<>();
        for (int errno = 0; errno < sendErrors.length; errno++) {
            long count = get(sendErrors, errno);
            if (count != 0) {
                result.put(errno, count);
            }
        }
        return result;
    }

    void countReceivedBatch(int datagrams, long bytes) {
        add(totals, RECEIVED, datagrams);
        add(totals, RECEIVED_BYTES, bytes);
        add(totals, RECEIVE_BATCHES, 1);
    }

    void countSent(int datagrams, long bytes) {
        add(totals, SENT, datagrams);
        add(totals, SENT_BYTES, bytes);
    }

    void countSendCall() {
        add(totals, SEND_CALLS, 1);
    }

    void countSegmented(int datagrams) {
        add(totals, SEGMENTED, datagrams);
    }

    void countDrops(DropReason reason, int datagrams) {
        add(drops, reason.ordinal(), datagrams);
    }

    void countSendError(int errno) {
        add(sendErrors, Math.clamp(errno, 0, HIGHEST_ERRNO), 1);
    }

    private static long get(long[] cells, int index) {
        return (long) CELL.getOpaque(cells, index);
    }

    private static void add(long[] cells, int index, long increment) {
        CELL.setOpaque(cells, index, cells[index] + increment);
    }
}
