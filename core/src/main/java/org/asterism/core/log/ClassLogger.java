package org.asterism.core.log;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** SLF4J's logger of one class. */
final class ClassLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // loggers are found again by name when they are deserialized
    private final transient Log log;

    private final String source;

    ClassLogger(String name, Log log) {
        this.name = name;
        this.log = log;
        this.source = name.substring(name.lastIndexOf('.') + 1);
    }

    @Override
    public boolean isTraceEnabled() {
        return log.takes(LogLevel.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return log.takes(LogLevel.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return log.takes(LogLevel.NOTICE) || log.takes(LogLevel.SECURITY) || log.takes(LogLevel.DTMF); // by marker
    }

    @Override
    public boolean isWarnEnabled() {
        return log.takes(LogLevel.WARNING);
    }

    @Override
    public boolean isErrorEnabled() {
        return log.takes(LogLevel.ERROR);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String message,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        LogLevel mapped = map(level, marker);
        if (log.takes(mapped)) {
            String text = MessageFormatter.basicArrayFormat(message, arguments);
            log.say(mapped, 0, source, String.valueOf(text), thrown);
        }
    }

    private static LogLevel map(Level level, @Nullable Marker marker) {
        if (marker != null) {
            switch (marker.getName()) {
                case LogLevel.SECURITY_MARKER -> {
                    return LogLevel.SECURITY;
                }
                case LogLevel.DTMF_MARKER -> {
                    return LogLevel.DTMF;
                }
                default -> {} // markers of libraries mean nothing to logger.conf
            }
        }
        return switch (level) {
            case TRACE -> LogLevel.TRACE;
            case DEBUG -> LogLevel.DEBUG;
            case INFO -> LogLevel.NOTICE;
            case WARN -> LogLevel.WARNING;
            case ERROR -> LogLevel.ERROR;
        };
    }
}
