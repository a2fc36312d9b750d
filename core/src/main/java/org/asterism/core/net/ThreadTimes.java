package org.asterism.core.net;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the system has done with a thread, from Linux's {@code /proc/thread-self/schedstat} and the thread's CPU clock. Everything stays
 * at 0 where there is none of them. Only the thread itself; its file stays open as long as its loop lives.
 */
final class ThreadTimes {
    private static final Path FILE = Path.of("/proc/thread-self/schedstat");
    private static final int DECIMAL = 10;
    private static final long NS_PER_SECOND = 1_000_000_000;

    private final @Nullable FileChannel file;
    private final ByteBuffer text = ByteBuffer.allocateDirect(128);
    /** A {@code struct timespec}. */
    private final MemorySegment time = Arena.ofAuto().allocate(2 * Long.BYTES, Long.BYTES);

    private long runDelayNs;
    private long switches;

    private ThreadTimes(@Nullable FileChannel file) {
        this.file = file;
    }

    /** {@return those of the calling thread} */
    static ThreadTimes ofThisThread() {
        try {
            return new ThreadTimes(FileChannel.open(FILE));
        } catch (IOException _) {
            return new ThreadTimes(null);
        }
    }

    /** Reads run delay and switches anew. */
    void read() {
        if (file != null) {
            try {
                text.clear();
                file.read(text, 0);
                text.flip();
                number();
                runDelayNs = number();
                switches = number();
            } catch (IOException _) {
                // What was read last stands.
            }
        }
    }

    private long number() {
        long number = 0;
        while (text.hasRemaining()) {
            byte digit = text.get();
            if (digit < '0' || digit > '9') {
                break;
            }
            number = number * DECIMAL + digit - '0';
        }
        return number;
    }

    /** {@return how long the thread has been ready to run without a core since it began, in ns} */
    long runDelayNs() {
        return runDelayNs;
    }

    /** {@return how often it was given a core} */
    long switches() {
        return switches;
    }

    /** {@return its CPU time now, in ns, without what the host of a virtual machine took for others} */
    long cpuNs() {
        if (file == null || !MmsgSupport.problem().isEmpty()) {
            return 0;
        }
        Libc.clockGettime(Libc.CLOCK_THREAD_CPUTIME_ID, time.address());
        return time.get(ValueLayout.JAVA_LONG, 0) * NS_PER_SECOND + time.get(ValueLayout.JAVA_LONG, Long.BYTES);
    }
}
