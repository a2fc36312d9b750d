package org.asterism.core.dialplan.run;

/** Why steps of the dialplan stopped following each other. */
enum Ending {
    /** There is no step at the channel's position. */
    NO_STEP,
    /** The call is over. */
    OVER,
    /** The time of TIMEOUT(absolute) is over. */
    OUT_OF_TIME,
    /** The call is wanted elsewhere in the dialplan. */
    REDIRECTED,
    /** An application gave up. */
    FAILED,
    /** A subroutine has returned to whoever called it. */
    RETURNED
}
