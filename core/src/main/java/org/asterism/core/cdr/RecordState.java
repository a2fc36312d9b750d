package org.asterism.core.cdr;

import org.jspecify.annotations.Nullable;

/** The life of a call detail record while its channel lives. None of the states waits for anything but its channel's end. */
enum RecordState {
    /** The channel is alone in the dialplan. */
    SINGLE,
    /** It calls another one. */
    DIALLING,
    /** That one has answered. */
    DIALLED,
    /** They talk. */
    BRIDGED,
    /** Nothing changes any more. */
    FINALIZED;

    /** What may happen to the channel of a record. */
    enum Event {
        /** It begins to call another channel. */
        DIAL_BEGAN,
        /** The call was answered. */
        DIAL_ANSWERED,
        /** The call failed, or was given up. */
        DIAL_FAILED,
        /** The dialplan goes on with another application. */
        NEXT_STEP,
        /** It has joined a bridge. */
        BRIDGE_ENTERED,
        /** It has left the bridge. */
        BRIDGE_LEFT,
        /** It has ended, or the record is ended by hand. */
        ENDED
    }

    /**
     * Where an event leads.
     *
     * @param event what happens
     * @return the state after it, or {@code null} when it means nothing in this state
     */
    @Nullable
    RecordState after(Event event) {
        return switch (this) {
            case SINGLE ->
                switch (event) {
                    case DIAL_BEGAN -> DIALLING;
                    case BRIDGE_ENTERED -> BRIDGED;
                    case DIAL_FAILED, ENDED -> FINALIZED;
                    case DIAL_ANSWERED, NEXT_STEP, BRIDGE_LEFT -> null;
                };
            case DIALLING ->
                switch (event) {
                    case DIAL_ANSWERED -> DIALLED;
                    case DIAL_FAILED, ENDED -> FINALIZED;
                    case BRIDGE_ENTERED -> BRIDGED;
                    case DIAL_BEGAN, NEXT_STEP, BRIDGE_LEFT -> null;
                };
            case DIALLED ->
                switch (event) {
                    case BRIDGE_ENTERED -> BRIDGED;
                    case NEXT_STEP, ENDED -> FINALIZED;
                    case DIAL_BEGAN, DIAL_ANSWERED, DIAL_FAILED, BRIDGE_LEFT -> null;
                };
            case BRIDGED ->
                switch (event) {
                    case BRIDGE_LEFT, ENDED -> FINALIZED;
                    case DIAL_BEGAN, DIAL_ANSWERED, DIAL_FAILED, NEXT_STEP, BRIDGE_ENTERED -> null;
                };
            case FINALIZED -> null;
        };
    }
}
