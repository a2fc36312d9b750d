package org.asterism.core.log;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes lines off the queue and writes them to files and consoles. Everything runs on the writer thread but attach and detach. */
final class LogWriter implements Runnable {
    private record OpenChannel(LogChannel channel, LogFile file) {}

    private final LogQueue queue;
    private final List<LogConsole> consoles;
    private final List<OpenChannel> files = new ArrayList<>();
    private LogSettings settings = LogSettings.beforeConfiguration();
    private LineFormat format = new LineFormat(DateFormat.of(settings.dateFormat()), true);
    private final Set<LogLevel> hidden = EnumSet.noneOf(LogLevel.class);
    private volatile boolean timestamps;

    LogWriter(LogQueue queue, CopyOnWriteArrayList<LogConsole> consoles) {
        this.queue = queue;
        this.consoles = consoles;
    }

    void timestamps(boolean on) {
        timestamps = on;
    }

    @Override
    public void run() {
        while (true) {
            switch (queue.take()) {
                case LogLine line -> write(line);
                case Runnable order -> {
                    tellDropped();
                    order.run();
                }
                case Object other -> throw new IllegalStateException("In the log queue: " + other.getClass());
            }
            if (queue.isEmpty()) {
                tellDropped();
            }
        }
    }

    void apply(LogSettings newSettings) {
        closeFiles();
        files.clear();
        settings = newSettings;
        format = new LineFormat(DateFormat.of(newSettings.dateFormat()), newSettings.callIds());
        for (LogChannel channel : newSettings.channels()) {
            if (!channel.console()) {
                files.add(new OpenChannel(
                        channel, new LogFile(newSettings.directory().resolve(channel.name()))));
            }
        }
    }

    void showOnConsoles(LogLevel level, boolean shown) {
        if (shown) {
            hidden.remove(level);
        } else {
            hidden.add(level);
        }
    }

    void rotate(Instant now) {
        closeFiles();
        for (OpenChannel each : files) {
            try {
                settings.rotation().rotate(each.file().path(), now);
            } catch (IOException e) {
                tell(LogLevel.ERROR, "Log file " + each.file().path() + " cannot be rotated: " + e);
            }
        }
    }

    private void closeFiles() {
        for (OpenChannel each : files) {
            try {
                each.file().close();
            } catch (IOException e) {
                tell(LogLevel.ERROR, "Log file " + each.file().path() + " cannot be closed: " + e);
            }
        }
    }

    private void write(LogLine line) {
        for (OpenChannel each : files) {
            if (each.channel().takes(line)) {
                try {
                    each.file().write(format.file(line));
                } catch (IOException e) {
                    tell(LogLevel.ERROR, "Log file " + each.file().path() + " cannot be written: " + e);
                }
            }
        }
        showOnConsoles(line);
    }

    private void showOnConsoles(LogLine line) {
        if (hidden.contains(line.level())) {
            return;
        }
        for (LogChannel channel : settings.channels()) {
            if (channel.console() && channel.takes(line)) {
                for (LogConsole console : consoles) {
                    if (line.verbosity() <= console.verbosity()) {
                        console.show(line, format.console(line, timestamps, console.colours()));
                    }
                }
                return;
            }
        }
    }

    private void tellDropped() {
        long dropped = queue.takeDropped();
        if (dropped > 0) {
            tell(
                    LogLevel.WARNING,
                    dropped + " log line" + (dropped == 1 ? " was" : "s were") + " dropped: more than " + queue.limit()
                            + " (logger_queue_limit) were waiting");
        }
    }

    /** What the log has to say of itself goes straight to its channels. */
    private void tell(LogLevel level, String text) {
        write(new LogLine(
                Instant.now(), level, 0, Thread.currentThread().threadId(), "", LogWriter.class.getSimpleName(), text));
    }
}
