package org.asterism.iax2.call;

/** One direction of a {@link MediaSession} (RFC 5456 section 8.1.2). */
enum MediaState {
    /** The call is not accepted: there is no codec. */
    CLOSED,
    /** A full frame has to name the codec before mini frames mean anything. */
    FULL_FRAME_DUE,
    /** Mini frames are on their way. */
    FLOWING,
    /** The remote asked for silence with QUELCH. */
    QUELCHED
}
