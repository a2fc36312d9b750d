package org.asterism.core.config;

/**
 * A configuration file that cannot be used at all: its consumer gets nothing at start and keeps what it has at a reload.
 * The message names file and line and says what to do.
 */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final ConfigProblem problem;

    /** Why the file cannot be used. */
    public enum Reason {
        /** There is no such file: for many consumers the same as an empty one. */
        MISSING,
        /** The system would not let us read it. */
        UNREADABLE,
        /** Something in it leaves no safe way to go on reading. */
        REJECTED
    }

    ConfigException(Reason reason, ConfigProblem problem, String advice) {
        super(problem.message() + ": " + advice);
        this.reason = reason;
        this.problem = problem;
    }

    /** {@return why the file cannot be used} */
    public Reason reason() {
        return reason;
    }

    /** {@return the problem without the advice: Asterisk's text where Asterisk has one} */
    public ConfigProblem problem() {
        return problem;
    }
}
