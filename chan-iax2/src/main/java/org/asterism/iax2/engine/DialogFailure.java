package org.asterism.iax2.engine;

/** Why a dialog ended without anybody saying goodbye. */
public enum DialogFailure {
    /** A frame was sent four times and never acknowledged. */
    UNANSWERED,
    /** The remote says that it knows no such call (RFC 5456 section 6.9.2). */
    INVALIDATED,
    /** The remote began a new call under the same call number: it has forgotten this one, probably by a restart. */
    REPLACED,
    /** More frames are waiting to be sent than a live remote would leave unacknowledged. */
    OVERFLOW
}
