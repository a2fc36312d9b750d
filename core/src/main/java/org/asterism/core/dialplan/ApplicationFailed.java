package org.asterism.core.dialplan;

/** An application gave up in a way that ends the call, as Asterisk's applications returning -1 do. */
public final class ApplicationFailed extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what went wrong and what to do, for the log
     */
    public ApplicationFailed(String message) {
        super(message);
    }
}
