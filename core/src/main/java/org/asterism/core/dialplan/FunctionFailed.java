package org.asterism.core.dialplan;

/** A dialplan function could not be read or written; the call goes on with an empty value. */
public final class FunctionFailed extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what went wrong and what to do, for the log
     */
    public FunctionFailed(String message) {
        super(message);
    }
}
