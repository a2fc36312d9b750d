package org.asterism.core.channel;

/** A call could not be placed. */
public final class CallFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final int hangupCause;

    /**
     * @param hangupCause a {@link HangupCause} number
     * @param message     what is wrong, naming the peer or the dial string
     */
    public CallFailed(int hangupCause, String message) {
        super(message);
        this.hangupCause = hangupCause;
    }

    /** {@return the {@link HangupCause} number} */
    public int hangupCause() {
        return hangupCause;
    }
}
