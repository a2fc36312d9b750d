package org.asterism.bench.perf.net;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** Sleeps until something arrives at one of several sockets, or a time is over. */
public final class ArrivalWait {
    private static final int POLLFD_BYTES = 8;
    private static final int EVENTS = 4;
    private static final short POLLIN = 1;

    private final MemorySegment entries;
    private final MemorySegment timespec = Arena.ofAuto().allocate(2 * Long.BYTES, Long.BYTES);
    private final int count;

    /**
     * Watches sockets.
     *
     * @param sockets open ones
     */
    public ArrivalWait(List<LoadSocket> sockets) {
        count = sockets.size();
        entries = Arena.ofAuto().allocate((long) POLLFD_BYTES * count, Long.BYTES);
        for (int i = 0; i < count; i++) {
            entries.set(
                    ValueLayout.JAVA_INT,
                    (long) i * POLLFD_BYTES,
                    sockets.get(i).fd());
            entries.set(ValueLayout.JAVA_SHORT, (long) i * POLLFD_BYTES + EVENTS, POLLIN);
        }
    }

    /**
     * Sleeps.
     *
     * @param timeoutNs at most this long, less than a second
     */
    public void await(long timeoutNs) {
        if (timeoutNs > 0) {
            timespec.set(ValueLayout.JAVA_LONG, Long.BYTES, timeoutNs);
            SystemCalls.ppoll(entries.address(), count, timespec.address());
        }
    }
}
