package org.asterism.core.log;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The log of the process: what SLF4J and {@link Verbose} say goes through a bounded queue to one thread that writes the channels of
 * logger.conf. Saying something never blocks. Until a console is attached, warnings go to the error stream.
 */
public final class Log {
    private static final Log PROCESS = new Log(System.err);

    private final LogQueue queue = new LogQueue();
    private final CopyOnWriteArrayList<LogConsole> consoles = new CopyOnWriteArrayList<>();
    private final LogWriter writer = new LogWriter(queue, consoles);
    private final LogConsole errorStream;
    private volatile LogSettings settings = LogSettings.beforeConfiguration();
    private volatile int levels;
    private volatile int debugLevel;

    Log(PrintStream errors) {
        errorStream = new StreamConsole(errors);
        consoles.add(errorStream);
        computeLevels();
        Thread.ofPlatform().daemon().name("logger").start(writer);
    }

    /** {@return the log of this process} */
    public static Log process() {
        return PROCESS;
    }

    /**
     * Has other settings count from now on. Lines said before are still written by the old ones.
     *
     * @param newSettings the settings
     */
    public void configure(LogSettings newSettings) {
        settings = newSettings;
        queue.limit(newSettings.queueLimit());
        queue.put(() -> writer.apply(newSettings));
        computeLevels();
    }

    /** {@return the settings that count} */
    public LogSettings settings() {
        return settings;
    }

    /** {@return how many lines may wait} */
    public int queueLimit() {
        return queue.limit();
    }

    /**
     * Attaches a console; the error stream falls silent at the first one.
     *
     * @param console shows lines
     * @return detaches it
     */
    public Runnable attach(LogConsole console) {
        consoles.remove(errorStream);
        consoles.add(console);
        computeLevels();
        return () -> {
            consoles.remove(console);
            computeLevels();
        };
    }

    /** Has the error stream fall silent, for a process in the background. */
    public void detachErrorStream() {
        consoles.remove(errorStream);
        computeLevels();
    }

    /** To be called when a console's verbosity has changed. */
    public void verbosityChanged() {
        computeLevels();
    }

    /**
     * Puts the time in front of verbose messages on consoles.
     *
     * @param on whether
     */
    public void timestamps(boolean on) {
        writer.timestamps(on);
    }

    /** {@return the debug level: above 0, DEBUG lines are made; above 4, TRACE lines} */
    public int debugLevel() {
        return debugLevel;
    }

    /**
     * Sets the debug level.
     *
     * @param level 0 for none
     */
    public void debugLevel(int level) {
        debugLevel = level;
        computeLevels();
    }

    /**
     * Shows or hides a level on consoles; files are not affected.
     *
     * @param level which
     * @param shown whether
     */
    public void showOnConsoles(LogLevel level, boolean shown) {
        queue.put(() -> writer.showOnConsoles(level, shown));
    }

    /** {@return whether any channel takes lines of a level} */
    boolean takes(LogLevel level) {
        return (levels & level.bit()) != 0;
    }

    /** Begins new log files, as rotatestrategy says. Returns at once. */
    public void rotate() {
        Instant now = Instant.now();
        queue.put(() -> writer.rotate(now));
    }

    /**
     * Waits until everything said so far has been written.
     *
     * @param timeoutMs how long at most, in milliseconds
     */
    public void flush(long timeoutMs) {
        CountDownLatch written = new CountDownLatch(1);
        if (queue.put(written::countDown)) {
            try {
                written.await(timeoutMs, TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void say(LogLevel level, int verbosity, String source, String text, @Nullable Throwable thrown) {
        String message = ControlCharacters.visible(text);
        queue(level, verbosity, source, thrown == null ? message : message + stackTrace(thrown));
    }

    /** Says something of several lines; only our own line ends make a line. */
    void sayLines(LogLevel level, int verbosity, String source, List<String> lines) {
        queue(
                level,
                verbosity,
                source,
                lines.stream().map(ControlCharacters::visible).collect(Collectors.joining("\n")));
    }

    private void queue(LogLevel level, int verbosity, String source, String whole) {
        queue.put(new LogLine(
                Instant.now(),
                level,
                verbosity,
                Thread.currentThread().threadId(),
                CallIdentifier.current(),
                source,
                whole));
    }

    /** A line that the message of an exception brings along is indented, so that it does not look like one of the log's own. */
    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        StringBuilder lines = new StringBuilder();
        for (String line :
                text.toString().lines().map(ControlCharacters::visible).toList()) {
            boolean ours = lines.isEmpty() || line.startsWith("\t") || line.startsWith("Caused by: ");
            lines.append(ours ? "\n" : "\n\t").append(line);
        }
        return lines.toString();
    }

    private synchronized void computeLevels() {
        int bits = 0;
        int verbosity = 0;
        List<LogChannel> channels = settings.channels();
        for (LogChannel channel : channels) {
            for (LogLevel level : channel.levels()) {
                bits |= level.bit();
            }
            if (channel.levels().contains(LogLevel.VERBOSE)) {
                verbosity = Math.max(verbosity, channel.console() ? consoleVerbosity(channel) : channel.verbosity());
            }
        }
        if (debugLevel < 1) {
            bits &= ~LogLevel.DEBUG.bit();
        }
        if (debugLevel < 5) {
            bits &= ~LogLevel.TRACE.bit();
        }
        levels = bits;
        Verbose.level((bits & LogLevel.VERBOSE.bit()) == 0 ? 0 : verbosity);
    }

    private int consoleVerbosity(LogChannel channel) {
        int most = 0;
        for (LogConsole console : consoles) {
            most = Math.max(most, console.verbosity());
        }
        return Math.min(most, channel.verbosity());
    }
}
