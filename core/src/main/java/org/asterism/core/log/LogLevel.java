package org.asterism.core.log;

/** Asterisk's log levels, with the numbers that {@code logger show levels} prints. */
public enum LogLevel {
    /** For developers; SLF4J's debug. */
    DEBUG(0),
    /** For developers, finer; SLF4J's trace. */
    TRACE(1),
    /** Worth knowing; SLF4J's info. */
    NOTICE(2),
    /** Something is not as it should be; SLF4J's warn. */
    WARNING(3),
    /** Something does not work; SLF4J's error. */
    ERROR(4),
    /** What the switch does, in levels of its own: {@link Verbose}. */
    VERBOSE(5),
    /** Digits. */
    DTMF(6),
    /** Attacks and refusals: {@link #SECURITY_MARKER}. */
    SECURITY(19);

    /** The name of the SLF4J marker that makes a line {@link #SECURITY}. */
    public static final String SECURITY_MARKER = "SECURITY";
    /** The name of the SLF4J marker that makes a line {@link #DTMF}. */
    public static final String DTMF_MARKER = "DTMF";

    private final int number;

    LogLevel(int number) {
        this.number = number;
    }

    /** {@return the number that {@code logger show levels} prints} */
    public int number() {
        return number;
    }

    int bit() {
        return 1 << number;
    }
}
