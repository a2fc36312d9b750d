package org.asterism.outreg.sip.transport;

/** Why a message that arrived came to nothing, or one that was to be sent was not. */
public enum Drop {
    /** It is no SIP message, or an answer that breaks the rules. */
    MALFORMED("no SIP message"),
    /** A response to nothing that waits. */
    STRAY_RESPONSE("response to nothing"),
    /** A response whose Via is not ours alone. */
    FOREIGN_VIA("response for somebody else"),
    /** An ACK to nothing that waits. */
    STRAY_ACK("ACK to nothing"),
    /** More requests at a time than are taken on. */
    OVERLOAD("too many requests"),
    /** The event loop had no room. */
    QUEUE_FULL("event loop too slow"),
    /** It could not be sent. */
    NOT_SENT("not sent");

    private final String text;

    Drop(String text) {
        this.text = text;
    }

    /** {@return for people} */
    public String text() {
        return text;
    }
}
