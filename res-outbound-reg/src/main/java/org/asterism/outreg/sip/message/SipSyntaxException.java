package org.asterism.outreg.sip.message;

/** A text that is not what the grammar of RFC 3261 section 25 allows; the message says what was expected. */
public final class SipSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong, for people
     */
    public SipSyntaxException(String message) {
        super(message);
    }
}
