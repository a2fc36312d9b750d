package org.asterism.iax2.engine;

import org.jspecify.annotations.Nullable;

/** The life of a {@link Dialog}. */
public enum DialogState {
    /** In use. Whoever uses it has deadlines. */
    OPEN,
    /** The last frame has been sent or waits for the remote's call number; ends when it is acknowledged or after 10 s. */
    FINISHING,
    /** Over. It stays known for a while, so that frames the remote sends again are acknowledged again. */
    CLOSED;

    /** What happens to a dialog. */
    enum Event {
        /** The last frame, such as HANGUP, was given to it. */
        LAST_FRAME,
        /** The last frame was acknowledged, one was not, the deadline has passed, or its user ended it. */
        ENDED
    }

    /**
     * Where an event leads.
     *
     * @param event what happens
     * @return the state after it, or {@code null} when it means nothing in this state
     */
    @Nullable
    DialogState after(Event event) {
        return switch (event) {
            case LAST_FRAME -> this == OPEN ? FINISHING : null;
            case ENDED -> this == CLOSED ? null : CLOSED;
        };
    }
}
