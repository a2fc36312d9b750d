package org.asterism.core.log;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * Takes what libraries tell {@code java.util.logging}, and through it {@code System.Logger}, into the {@link Log}: as DEBUG, or as
 * WARNING when they call it severe. An operator cannot do anything about the rest.
 *
 * <p>As the {@code java.util.logging.config.class} of the process it is made when a library first asks for a logger.
 */
public final class LibraryLog {
    /**
     * Made by {@link LogManager}.
     *
     * @throws IOException never: the configuration is a text
     */
    public LibraryLog() throws IOException {
        String configuration = "handlers=" + Receiver.class.getName() + "\n.level=INFO\n";
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(configuration.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Takes the lines. */
    public static final class Receiver extends Handler {
        private final SimpleFormatter formatter = new SimpleFormatter();

        /** Made by {@link LogManager}. */
        public Receiver() {}

        @Override
        public void publish(LogRecord line) {
            LogLevel level = line.getLevel().intValue() >= Level.SEVERE.intValue() ? LogLevel.WARNING : LogLevel.DEBUG;
            if (Log.process().takes(level)) {
                String name = String.valueOf(line.getLoggerName());
                String source = name.substring(name.lastIndexOf('.') + 1);
                Log.process().say(level, 0, source, formatter.formatMessage(line), line.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
