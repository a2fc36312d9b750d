package org.asterism.core.channel;

/** Q.931 cause codes that end calls, as Asterisk names them. Any number from 0 to 127 is carried; these have names. */
public final class HangupCause {
    /** No cause was given. */
    public static final int NONE = 0;
    /** Unallocated number. */
    public static final int UNALLOCATED = 1;
    /** No route to destination; also "no such context or extension". */
    public static final int NO_ROUTE_DESTINATION = 3;
    /** Normal clearing. */
    public static final int NORMAL_CLEARING = 16;
    /** User busy. */
    public static final int USER_BUSY = 17;
    /** No user responding. */
    public static final int NO_USER_RESPONSE = 18;
    /** No answer. */
    public static final int NO_ANSWER = 19;
    /** Subscriber absent: not registered or unreachable. */
    public static final int SUBSCRIBER_ABSENT = 20;
    /** Call rejected. */
    public static final int CALL_REJECTED = 21;
    /** Somebody else answered: told to parties that rang along. */
    public static final int ANSWERED_ELSEWHERE = 26;
    /** Destination out of order; a peer that stopped answering. */
    public static final int DESTINATION_OUT_OF_ORDER = 27;
    /** Invalid number format: address incomplete. */
    public static final int INVALID_NUMBER_FORMAT = 28;
    /** Facility rejected: a refused registration. */
    public static final int FACILITY_REJECTED = 29;
    /** No circuit available. */
    public static final int CONGESTION = 34;
    /** Network out of order. */
    public static final int FAILURE = 38;
    /** Requested facility not subscribed: no authority. */
    public static final int FACILITY_NOT_SUBSCRIBED = 50;
    /** Bearer capability not available: no common codec. */
    public static final int BEARER_CAPABILITY_NOT_AVAILABLE = 58;
    /** Channel type not implemented: no such technology. */
    public static final int CHANNEL_NOT_IMPLEMENTED = 66;
    /** Interworking, unspecified. */
    public static final int INTERWORKING = 127;

    private HangupCause() {}

    /**
     * The words for a cause.
     *
     * @param cause the number
     * @return its name, or {@code Unknown}
     */
    public static String text(int cause) {
        return switch (cause) {
            case UNALLOCATED -> "Unallocated (unassigned) number";
            case NO_ROUTE_DESTINATION -> "No route to destination";
            case NORMAL_CLEARING -> "Normal Clearing";
            case USER_BUSY -> "User busy";
            case NO_USER_RESPONSE -> "No user responding";
            case NO_ANSWER -> "User alerting, no answer";
            case SUBSCRIBER_ABSENT -> "Subscriber absent";
            case CALL_REJECTED -> "Call Rejected";
            case ANSWERED_ELSEWHERE -> "Answered elsewhere";
            case DESTINATION_OUT_OF_ORDER -> "Destination out of order";
            case INVALID_NUMBER_FORMAT -> "Invalid number format";
            case FACILITY_REJECTED -> "Facility rejected";
            case CONGESTION -> "Circuit/channel congestion";
            case FAILURE -> "Network out of order";
            case FACILITY_NOT_SUBSCRIBED -> "Facility not subscribed";
            case BEARER_CAPABILITY_NOT_AVAILABLE -> "Bearer capability not available";
            case CHANNEL_NOT_IMPLEMENTED -> "Channel not implemented";
            case INTERWORKING -> "Interworking, unspecified";
            default -> "Unknown";
        };
    }
}
