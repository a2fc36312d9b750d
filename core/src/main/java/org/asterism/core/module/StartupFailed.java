package org.asterism.core.module;

/** The switch must not start; the message says why and what to do. */
public final class StartupFailed extends Exception {
    private static final long serialVersionUID = 1L;

    /** Exit status: something could not be set up. */
    public static final int INITIALIZATION = 1;
    /** Exit status: a required module is missing or declined, or a module failed. */
    public static final int REQUIRED_MODULE = 2;

    private final int exitStatus;

    /**
     * @param exitStatus of the process
     * @param message    why, and what to do
     */
    public StartupFailed(int exitStatus, String message) {
        super(message);
        this.exitStatus = exitStatus;
    }

    /** {@return the exit status of the process} */
    public int exitStatus() {
        return exitStatus;
    }
}
