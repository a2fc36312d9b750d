package org.asterism.core.channel;

/** What one party lets the other know besides audio; a technology sends it in its own way or not at all. */
public enum Indication {
    /** The called party is alerted. */
    RINGING,
    /** The call is on its way. */
    PROCEEDING,
    /** Early audio follows. */
    PROGRESS,
    /** The called party is busy. */
    BUSY,
    /** No way through. */
    CONGESTION,
    /** Put on hold. */
    HOLD,
    /** Taken off hold. */
    UNHOLD,
    /** Hook flash. */
    FLASH,
    /** Push-to-talk pressed. */
    RADIO_KEY,
    /** Push-to-talk released. */
    RADIO_UNKEY,
    /** The source of video changed: send a key frame. */
    VIDEO_UPDATE,
    /** Stop the tone or indication that is on. */
    STOP
}
