package org.asterism.core.net;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/** An array of {@code struct pollfd} in native memory. */
final class PollSet {

    private static final StructLayout POLLFD = MemoryLayout.structLayout(
            ValueLayout.JAVA_INT.withName("fd"),
            ValueLayout.JAVA_SHORT.withName("events"),
            ValueLayout.JAVA_SHORT.withName("revents"));
    private static final long EVENTS = POLLFD.byteOffset(PathElement.groupElement("events"));
    private static final long RETURNED = POLLFD.byteOffset(PathElement.groupElement("revents"));

    private final MemorySegment entries;
    private final int size;

    PollSet(int size) {
        this.size = size;
        this.entries = Arena.ofAuto().allocate(POLLFD, size);
    }

    int size() {
        return size;
    }

    long address() {
        return entries.address();
    }

    void set(int index, int fd, short events) {
        entries.set(ValueLayout.JAVA_INT, index * POLLFD.byteSize(), fd);
        entries.set(ValueLayout.JAVA_SHORT, index * POLLFD.byteSize() + EVENTS, events);
    }

    /** Whether the last poll reported anything for an entry, errors included. */
    boolean isReady(int index) {
        return entries.get(ValueLayout.JAVA_SHORT, index * POLLFD.byteSize() + RETURNED) != 0;
    }
}
