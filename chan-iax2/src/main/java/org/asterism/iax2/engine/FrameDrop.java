package org.asterism.iax2.engine;

/** Why a received frame was not given to anybody, or one that was to be sent was not. */
public enum FrameDrop {
    /** Shorter than its first bytes announce. */
    MALFORMED,
    /** A meta frame of a kind nobody has defined. */
    UNKNOWN_META,
    /** Information elements that run past the end of the frame: not acknowledged either. */
    MALFORMED_ELEMENTS,
    /** A full frame for a call that does not exist. */
    UNKNOWN_CALL,
    /** A mini frame, video frame or trunk entry for a call that does not exist. */
    UNKNOWN_CALL_MEDIA,
    /** Source call number 0. */
    NO_CALL_NUMBER,
    /** The address and one call number fit a dialog, the other call number does not. */
    WRONG_CALL_NUMBER,
    /** Was there before; acknowledged again. */
    DUPLICATE,
    /** Something before it is missing; asked for with VNAK. */
    OUT_OF_ORDER,
    /** For a dialog that is over. */
    ENDED_CALL,
    /** Media before the first full frame with its codec; asked for with VNAK. */
    MEDIA_BEFORE_FULL_FRAME,
    /** Media on a dialog that has none, or not yet. */
    UNEXPECTED_MEDIA,
    /** A codec that does not exist or was not agreed. */
    UNKNOWN_CODEC,
    /** A control frame that must not cross the wire. */
    BLOCKED_CONTROL,
    /** A request without a call token from somebody who must have one. */
    TOKEN_MISSING,
    /** A call token that was not issued to this address, or too long ago. */
    TOKEN_INVALID,
    /** The address holds as many dialogs as it may. */
    ADDRESS_LIMIT,
    /** There are as many dialogs without call token as there may be. */
    NONVALIDATED_LIMIT,
    /** No call number or no room for another address. */
    EXHAUSTED,
    /** Nobody here answers that request. */
    NOT_SERVED,
    /** An ISeqno outside of what was sent, or an answer to nothing. */
    IMPLAUSIBLE,
    /** Call setup frame that makes no sense in the present state. */
    WRONG_STATE,
    /** An answer was not sent because too many were sent this second. */
    RATE_LIMITED,
    /** A registration from an address that had too many refused: the registrar wants it ignored. */
    TAR_PIT,
    /** A refusal that is held back found no room: so many are held back already. */
    REFUSAL_NOT_DELAYED,
    /** Audio to send before the call has a codec, or after its end. */
    NO_CODEC_YET,
    /** Audio to send while the remote wants silence. */
    QUELCHED,
    /** Audio to send in a format that was not agreed. */
    OTHER_FORMAT,
    /** Audio to send that is longer than a frame. */
    TOO_LONG,
    /** A full frame of audio that found no room among those the remote has not acknowledged. */
    WINDOW_FULL
}
