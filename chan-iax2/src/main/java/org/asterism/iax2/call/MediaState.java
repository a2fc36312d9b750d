package org.asterism.iax2.call;

import org.jspecify.annotations.Nullable;

/** One direction of a {@link MediaSession} (RFC 5456 section 8.1.2). None of the states has a deadline: the call has them. */
enum MediaState {
    /** The call is not accepted: there is no codec. */
    CLOSED,
    /** A full frame has to name the codec before mini frames mean anything. */
    FULL_FRAME_DUE,
    /** Mini frames are on their way. */
    FLOWING,
    /** The remote asked for silence with QUELCH. */
    QUELCHED;

    /** What happens to a direction. */
    enum Event {
        /** A codec was agreed. */
        OPENED,
        /** A full frame with audio was sent, or arrived. */
        FULL_FRAME,
        /** A full frame could not be sent. */
        FULL_FRAME_LOST,
        /** QUELCH arrived. */
        QUELCH,
        /** UNQUELCH arrived. */
        UNQUELCH,
        /** The call is over. */
        ENDED
    }

    /**
     * Where an event leads.
     *
     * @param event what happens
     * @return the state after it, or {@code null} when it means nothing in this state
     */
    @Nullable
    MediaState after(Event event) {
        return switch (event) {
            case OPENED -> FULL_FRAME_DUE;
            case ENDED -> CLOSED;
            case FULL_FRAME -> this == FULL_FRAME_DUE || this == FLOWING ? FLOWING : null;
            case FULL_FRAME_LOST -> this == FULL_FRAME_DUE || this == FLOWING ? FULL_FRAME_DUE : null;
            case QUELCH -> this == CLOSED ? null : QUELCHED;
            case UNQUELCH -> this == CLOSED ? null : FULL_FRAME_DUE;
        };
    }
}
