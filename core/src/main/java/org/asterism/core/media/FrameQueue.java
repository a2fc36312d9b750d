package org.asterism.core.media;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Carries audio from one thread to one other by copying it into slots of native memory. Bounded: what finds no room is dropped and
 * counted. Neither side ever waits or allocates.
 */
public final class FrameQueue {
    private static final VarHandle TAIL;
    private static final VarHandle HEAD;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            TAIL = lookup.findVarHandle(FrameQueue.class, "tail", long.class);
            HEAD = lookup.findVarHandle(FrameQueue.class, "head", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final MemorySegment slots;
    private final int slotBytes;
    private final int mask;
    private final Format[] formats;
    private final int[] lengths;
    private final long[] timestamps;
    private final MediaFrame frame = new MediaFrame();

    /** Frames ever offered and taken in; written by the producer only. */
    private volatile long tail;
    /** Frames ever taken out; written by the consumer only. */
    private volatile long head;

    private volatile long full;
    private volatile long oversized;

    /**
     * @param capacity  how many frames may wait: a power of two
     * @param slotBytes the longest frame that is carried, in bytes
     */
    public FrameQueue(int capacity, int slotBytes) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("capacity is no power of two: " + capacity);
        }
        this.slotBytes = slotBytes;
        this.mask = capacity - 1;
        this.slots = Arena.ofAuto().allocate((long) capacity * slotBytes, 8);
        this.formats = new Format[capacity];
        Arrays.fill(formats, Format.ULAW);
        this.lengths = new int[capacity];
        this.timestamps = new long[capacity];
    }

    /**
     * Copies a frame into the queue. Producer's thread.
     *
     * @param source the frame
     * @return false when it was dropped
     */
    @SuppressWarnings("NonAtomicVolatileUpdate") // the producer is the only writer of the counters
    public boolean offer(MediaFrame source) {
        int length = source.length();
        if (length > slotBytes) {
            oversized++;
            return false;
        }
        long place = (long) TAIL.get(this);
        if (place - head > mask) {
            full++;
            return false;
        }
        int slot = (int) place & mask;
        MemorySegment.copy(source.memory(), source.offset(), slots, (long) slot * slotBytes, length);
        formats[slot] = source.format();
        lengths[slot] = length;
        timestamps[slot] = source.timestampMs();
        TAIL.setRelease(this, place + 1);
        return true;
    }

    /**
     * Gives the oldest frame to a sink and takes it out. Consumer's thread.
     *
     * @param sink takes the frame
     * @return false when the queue was empty
     */
    public boolean poll(MediaSink sink) {
        long place = (long) HEAD.get(this);
        if (place == tail) {
            return false;
        }
        int slot = (int) place & mask;
        try {
            sink.onFrame(frame.wrap(formats[slot], slots, (long) slot * slotBytes, lengths[slot], timestamps[slot]));
        } finally {
            HEAD.setRelease(this, place + 1);
        }
        return true;
    }

    /** {@return frames dropped because the queue was full} */
    public long droppedFull() {
        return full;
    }

    /** {@return frames dropped because they were longer than a slot} */
    public long droppedOversized() {
        return oversized;
    }
}
