package org.asterism.core.channel;

/** How an attempt to call somebody came out: the values of DIALSTATUS, and what CDRs and the manager interface are told. */
public enum DialStatus {
    /** Somebody answered. */
    ANSWER,
    /** Nobody answered within the time. */
    NOANSWER,
    /** Somebody is busy, and nobody answered. */
    BUSY,
    /** No way through to anybody. */
    CONGESTION,
    /** Nobody can be reached at all. */
    CHANUNAVAIL,
    /** The caller gave up, or somebody else answered. */
    CANCEL,
    /** The arguments make no sense. */
    INVALIDARGS;

    /**
     * How a call came out that ended before it was answered.
     *
     * @param cause a {@link HangupCause} number
     * @return the status
     */
    public static DialStatus ofCause(int cause) {
        return switch (cause) {
            case HangupCause.USER_BUSY -> BUSY;
            case HangupCause.CONGESTION -> CONGESTION;
            case HangupCause.ANSWERED_ELSEWHERE -> CANCEL;
            case HangupCause.NO_ANSWER, HangupCause.NORMAL_CLEARING, HangupCause.NO_USER_RESPONSE -> NOANSWER;
            default -> CHANUNAVAIL;
        };
    }
}
