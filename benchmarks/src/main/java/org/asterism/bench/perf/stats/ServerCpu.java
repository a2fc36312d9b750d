package org.asterism.bench.perf.stats;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The CPU time of another process: the sum over its threads of /proc/PID/task/TID/schedstat, exact to the nanosecond, or of
 * /proc/PID/stat in ticks of 10 ms where the kernel has no such file. Threads that end between two readings are missing in the first
 * kind, so the second is taken when it says clearly more.
 */
public final class ServerCpu {
    private static final long NS_PER_TICK = 10_000_000;
    private static final int UTIME = 11;
    private static final int STIME = 12;

    private final Path process;

    /**
     * Names the process.
     *
     * @param pid its number
     * @throws IllegalArgumentException if there is none
     */
    public ServerCpu(long pid) {
        process = Path.of("/proc", Long.toString(pid));
        if (!Files.isReadable(process.resolve("stat"))) {
            throw new IllegalArgumentException("there is no process " + pid);
        }
    }

    /**
     * Two ways to read the same clock.
     *
     * @param scheduledNs sum over the threads that live, 0 if unknown
     * @param ticksNs     whole process, in steps of 10 ms
     */
    public record Reading(long scheduledNs, long ticksNs) {
        /**
         * CPU time since an earlier reading.
         *
         * @param earlier the other one
         * @return in ns
         */
        public long since(Reading earlier) {
            long ticks = ticksNs - earlier.ticksNs;
            long scheduled = scheduledNs - earlier.scheduledNs;
            return scheduledNs == 0 || ticks - scheduled > 2 * NS_PER_TICK ? ticks : scheduled;
        }
    }

    /**
     * Reads the clock.
     *
     * @return the present state; all 0 if the process is gone
     */
    public Reading read() {
        try {
            return new Reading(scheduled(), ticks());
        } catch (IOException | DirectoryIteratorException _) {
            return new Reading(0, 0);
        }
    }

    /**
     * Reads the clock that is quick to read.
     *
     * @return as {@link #read}, without the exact part
     */
    public Reading readTicks() {
        try {
            return new Reading(0, ticks());
        } catch (IOException _) {
            return new Reading(0, 0);
        }
    }

    private long scheduled() throws IOException {
        long sum = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(process.resolve("task"))) {
            for (Path thread : threads) {
                try {
                    sum += Long.parseLong(
                            Files.readString(thread.resolve("schedstat")).split(" ")[0]);
                } catch (IOException _) {
                    // It has ended since.
                }
            }
        }
        return sum;
    }

    private long ticks() throws IOException {
        String stat = Files.readString(process.resolve("stat"));
        // The name may hold blanks and parentheses: fields are counted from the last one on.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME])) * NS_PER_TICK;
    }
}
