package org.asterism.iax2.call;

import org.asterism.core.channel.HangupCause;

/** Why a call is refused, with Asterisk's texts and codes of CAUSE and CAUSECODE. */
public enum RejectReason {
    /** Unknown user, wrong secret, forbidden context or address, encryption that is demanded and not there. */
    NO_AUTHORITY("No authority found", HangupCause.FACILITY_NOT_SUBSCRIBED),
    /** The extension does not exist. */
    NO_EXTENSION("No such context/extension", HangupCause.NO_ROUTE_DESTINATION),
    /** No codec in common. */
    NO_CODEC("Unable to negotiate codec", HangupCause.BEARER_CAPABILITY_NOT_AVAILABLE),
    /** Too many challenges of this user are open. */
    TOO_MANY_CHALLENGES("Unauthenticated call limit reached", HangupCause.CALL_REJECTED),
    /** The switch takes no calls now. */
    NO_CALLS("Circuit/channel congestion", HangupCause.CONGESTION);

    private final String text;
    private final int cause;

    RejectReason(String text, int cause) {
        this.text = text;
        this.cause = cause;
    }

    /** {@return the text of the CAUSE element} */
    public String text() {
        return text;
    }

    /** {@return the number of the CAUSECODE element} */
    public int cause() {
        return cause;
    }
}
