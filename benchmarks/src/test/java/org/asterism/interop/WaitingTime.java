package org.asterism.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * How long a process had work to do and was not let: its threads' time on the kernel's run queues, and the time in which the machine
 * waited for its disks. With that a limit in time can be tested on a machine that is busy with other things. What several threads waited
 * at a time counts for each.
 */
final class WaitingTime {
    private static final Path DISKS = Path.of("/proc/pressure/io");
    private static final String TOTAL = "total=";

    private final Path tasks;
    private final Predicate<String> counted;
    private final Map<Path, Boolean> known = new HashMap<>();
    private long largest;

    /**
     * @param pid     of the process
     * @param counted says by its name, of which the kernel has 15 letters, whether a thread counts
     */
    WaitingTime(String pid, Predicate<String> counted) {
        this.tasks = Path.of("/proc", pid, "task");
        this.counted = counted;
    }

    /** In ns; never less than before. */
    long ns() {
        try (DirectoryStream<Path> each = Files.newDirectoryStream(tasks)) {
            long sum = disksNs();
            for (Path task : each) {
                if (known.computeIfAbsent(task, this::isCounted)) {
                    String[] times = read(task.resolve("schedstat")).split(" ");
                    sum += times.length < 2 ? 0 : Long.parseLong(times[1]);
                }
            }
            largest = Math.max(largest, sum);
            return largest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isCounted(Path task) {
        return counted.test(read(task.resolve("comm")).strip());
    }

    /** 0 where the kernel does not count it. */
    private static long disksNs() {
        String some = read(DISKS).lines().findFirst().orElse("");
        int at = some.indexOf(TOTAL);
        return at < 0 ? 0 : TimeUnit.MICROSECONDS.toNanos(Long.parseLong(some.substring(at + TOTAL.length())));
    }

    /** Empty where there is no such file any more: a thread may end at any time. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException _) {
            return "";
        }
    }
}
